import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cliScript } from '../cliScript';
import { inRepository, repositoryRoot } from '../repository';
import { runNode } from '../runNode';

/** Paths of configuration files hold from the root, not from each package. */
function absolute(args: string[]): string[] {
  return args.map((arg, index) =>
    args[index - 1] === '--config' ? resolve(repositoryRoot, arg) : arg,
  );
}

/** The part of the arguments that says where the configuration is. */
function onlyConfig(args: string[]): string[] {
  return args.filter(
    (arg, index) => arg === '--config' || args[index - 1] === '--config',
  );
}

/** Starts the portal on http://localhost:3000, filled with the examples on its first start. */
export async function main(args: string[]): Promise<number> {
  const options = absolute(args);
  await mkdir(inRepository('.data'), { recursive: true });

  const history = await runNode([
    inRepository('packages/workshop/bin/history.js'),
    '--if-empty',
    ...onlyConfig(options),
  ]);
  // Whoever interrupted the replay did not mean to start the portal.
  if (history === 130) return history;
  if (history !== 0) {
    console.warn(
      'The examples could not be replayed; the portal starts without them. `yarn history` tries again.',
    );
  }

  return runNode([cliScript('backstage-cli'), 'repo', 'start', ...options], {
    cwd: repositoryRoot,
  });
}
