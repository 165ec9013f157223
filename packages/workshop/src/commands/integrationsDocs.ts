import { alertSources } from 'backstage-plugin-incidents-backend-module-alert-sources';
import { readFile, writeFile } from 'node:fs/promises';
import {
  integrationIndex,
  integrationPage,
  isGuided,
} from '../integrationPages';
import { inRepository } from '../repository';

/**
 * Writes a page of `docs/integrations/` for each source that has a guide, and the table of all sources; with `--check` it only
 * compares, and fails when a page is out of date.
 */
export async function main(args: string[]): Promise<number> {
  const index = inRepository('docs/integrations/index.md');
  const wanted = new Map(
    alertSources
      .filter(isGuided)
      .map(source => [
        inRepository(`docs/integrations/${source.id}.md`),
        integrationPage(source),
      ]),
  );
  wanted.set(
    index,
    integrationIndex(await readFile(index, 'utf8'), alertSources),
  );
  if (args.includes('--check')) return check(wanted);
  for (const [file, page] of wanted) await writeFile(file, page);
  return 0;
}

async function check(wanted: Map<string, string>): Promise<number> {
  const stale: string[] = [];
  for (const [file, page] of wanted) {
    const found = await readFile(file, 'utf8').catch(() => '');
    if (found !== page) stale.push(file);
  }
  for (const file of stale) {
    console.error(
      `${file} is not what the sources say, run \`yarn integrations-docs\``,
    );
  }
  return stale.length > 0 ? 1 : 0;
}
