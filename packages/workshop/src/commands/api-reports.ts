import { globSync, readFileSync } from 'node:fs';
import { cliScript } from '../cliScript';
import { inRepository, repositoryRoot } from '../repository';
import { runNode } from '../runNode';

/**
 * Not told about: packages of this repository know each other by their
 * sources, and members that speak for themselves. Exports must say something.
 */
const omitted = ['ae-wrong-input-file-type', 'ae-undocumented'];
const silentExport =
  /^\/\/ @(?:public|alpha|beta) \(undocumented\)\nexport [\w\s]*?(\w+)\b[^\w\s]/gm;

function silentExports(): string[] {
  return globSync('plugins/*/report*.api.md', { cwd: repositoryRoot })
    .sort()
    .flatMap(report => {
      const text = readFileSync(inRepository(report), 'utf8');
      return [...text.matchAll(silentExport)].map(
        ([, name]) => `${report}: ${name} has no comment that says what it is`,
      );
    });
}

/**
 * Writes `report*.api.md` beside each published package; with `--ci` it only
 * compares, and fails where a report is out of date.
 */
export async function main(args: string[]): Promise<number> {
  const compiled = await runNode([
    inRepository('node_modules/typescript/bin/tsc'),
    '--project',
    inRepository('tsconfig.json'),
    '--incremental',
    'false',
  ]);
  if (compiled !== 0) {
    return compiled;
  }
  const reported = await runNode(
    [
      cliScript('backstage-repo-tools'),
      'api-reports',
      '--include',
      'plugins/*',
      '--omit-messages',
      omitted.join(','),
      ...args,
    ],
    { cwd: repositoryRoot },
  );
  const silent = silentExports();
  silent.forEach(complaint => console.error(complaint));
  return silent.length > 0 ? 1 : reported;
}
