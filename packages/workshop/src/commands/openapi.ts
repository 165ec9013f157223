import { readFile, writeFile } from 'node:fs/promises';
import { openApiFile, openApiYaml } from '../openapiDocument';

/**
 * Writes `docs/openapi.yaml`; with `--check` it only compares, and fails when
 * the file is out of date.
 */
export async function main(args: string[]): Promise<number> {
  const wanted = openApiYaml();
  if (!args.includes('--check')) {
    await writeFile(openApiFile, wanted);
    return 0;
  }
  const found = await readFile(openApiFile, 'utf8').catch(() => '');
  if (found === wanted) {
    return 0;
  }
  console.error(
    'docs/openapi.yaml is not what the endpoints say, run `yarn openapi`',
  );
  return 1;
}
