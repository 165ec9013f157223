import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(__dirname, '../../../docs/integrations/alertmanager.md');
const block = /^```yaml title="alertmanager\.yml"\n([\s\S]*?)^```$/m;
const addressInDocs = 'http://localhost:7007';

/**
 * The configuration that the documentation tells people to copy, to the letter;
 * only the address is that of another portal.
 */
export function documentedReceiver(portalUrl: string): string {
  const [, configuration] = block.exec(readFileSync(page, 'utf8')) ?? [];
  if (!configuration?.includes(addressInDocs)) {
    throw new Error(`${page} has no configuration to copy`);
  }
  return configuration.replace(addressInDocs, portalUrl);
}
