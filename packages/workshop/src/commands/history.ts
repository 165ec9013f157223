import { parseArgs } from 'node:util';
import { fillPortal } from '../history/fillPortal';
import { portalConfig } from '../history/portalConfig';
import { inRepository } from '../repository';

/** A backend that is asked to stop ends well, and a replay that was cut off has not. */
function failWhenInterrupted(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(130));
  }
}

/**
 * Replays the recorded quarter into the portal's database.
 *
 * `--if-empty` does it only where nothing was recorded yet and
 * `incidents.examples` is not `false`; `--end <ISO 8601>` is the moment at which
 * the quarter ends, now by default; `--data-dir <folder>` holds the databases
 * instead of what the configuration says; `--config <file>` as for the backend.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      'if-empty': { type: 'boolean', default: false },
      end: { type: 'string' },
      'data-dir': { type: 'string' },
      config: { type: 'string', multiple: true, default: [] },
    },
  });
  const end = values.end ? new Date(values.end) : new Date();
  if (Number.isNaN(end.getTime())) {
    console.error(
      `--end must be a moment in ISO 8601, and ${values.end} is none`,
    );
    return 1;
  }
  const config = await portalConfig({
    files: values.config,
    dataDir: values['data-dir'],
  });
  failWhenInterrupted();
  // Paths of app-config.yaml are relative to this folder.
  process.chdir(inRepository('packages/backend'));
  try {
    await fillPortal({
      ...{ config, end },
      folder: inRepository('examples/history'),
      ifEmpty: values['if-empty'],
      tell: line => console.log(line),
    });
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
