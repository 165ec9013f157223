import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from './repository';

const run = promisify(execFile);
const dist = inRepository('packages/backend/dist');

/** A relative link, so that it still holds when the folder around it is renamed. */
async function link(target: string, folder: string, name: string) {
  await symlink(relative(folder, target), join(folder, name));
}

/** Makes the built packages find each other, and third parties where they are installed. */
async function linkPackages(portal: string): Promise<void> {
  const modules = join(portal, 'node_modules');
  await mkdir(modules, { recursive: true });
  for (const group of ['packages', 'plugins']) {
    for (const folder of await readdir(join(portal, group))) {
      const path = join(portal, group, folder);
      const { name } = JSON.parse(
        await readFile(join(path, 'package.json'), 'utf8'),
      );
      await link(path, modules, name);
      const own = inRepository(group, folder, 'node_modules');
      if (existsSync(own)) {
        await link(own, path, 'node_modules');
      }
    }
  }
}

/**
 * Unpacks what `yarn build` made, as a deployment would.
 *
 * It stays inside the repository, so that Node.js finds the installed
 * dependencies on its way up, and inside `dist`, so that the next build
 * replaces it.
 *
 * @returns the script that starts the backend
 */
export async function unpackPortal(): Promise<string> {
  const portal = join(dist, 'portal');
  const entry = join(portal, 'packages/backend/dist/index.cjs.js');
  if (existsSync(entry)) {
    return entry;
  }
  const bundle = join(dist, 'bundle.tar.gz');
  if (!existsSync(bundle)) {
    throw new Error('There is no built portal yet, run `yarn build` first');
  }
  // Only a finished folder gets its name: another process may wait for it.
  const unfinished = await mkdtemp(join(dist, 'unpacking-'));
  try {
    await run('tar', ['-xzf', bundle, '-C', unfinished]);
    await linkPackages(unfinished);
    await rename(unfinished, portal).catch(whenNotThereBefore);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return entry;
}

function whenNotThereBefore(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') {
    throw error;
  }
}
