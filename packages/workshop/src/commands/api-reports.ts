import { globSync, readFileSync } from 'node:fs';
import { cliScript } from '../cliScript';
import { inRepository, repositoryRoot } from '../repository';
import { runNode } from '../runNode';

/**
 * Not told about: packages of this repository know each other by their
 * sources; what one entry point does not export, another does; and members
 * speak for themselves. Exports must say something.
 */
const omitted = [
  'ae-wrong-input-file-type',
  'ae-forgotten-export',
  'ae-undocumented',
];
const silentExport =
  /^\/\/ @(?:public|alpha|beta) \(undocumented\)\nexport (.*)$/gm;
/** A schema and the properties of a component describe their fields; a list of words describes itself. */
const speaksForItself =
  /^const \w+Schema:|^type \w+Props\b|= z\.(infer|input|output)<|= \(typeof \w+\)\[number\]|: readonly \[/;

function silentExports(): string[] {
  return globSync('plugins/*/report*.api.md', { cwd: repositoryRoot })
    .sort()
    .flatMap(report => {
      const text = readFileSync(inRepository(report), 'utf8');
      return [...text.matchAll(silentExport)]
        .filter(([, declaration]) => !speaksForItself.test(declaration))
        .map(
          ([, declaration]) => `${report} says nothing about: ${declaration}`,
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
