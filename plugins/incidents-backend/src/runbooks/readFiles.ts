import { readdir, readFile, stat } from 'node:fs/promises';
import {
  basename,
  dirname,
  isAbsolute,
  join,
  relative,
  resolve,
  sep,
} from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import {
  isReadable,
  mostBytes,
  mostFiles,
  textOf,
  tooLarge,
  tooMany,
} from './readable';
import type { RawFolder } from './runbookFile';

const mostFolders = 500;

/**
 * Reads Markdown files of this machine, from the folder in which an entity is defined and never from outside of it, whatever
 * the path or a symbolic link says.
 */
export async function readFiles(place: {
  entityFile: string;
  target: string;
}): Promise<RawFolder> {
  try {
    return await readInside(dirname(place.entityFile), place.target);
  } catch (error) {
    throw new Error(sentenceOf(error));
  }
}

async function readInside(home: string, path: string): Promise<RawFolder> {
  const target = resolve(home, path);
  if (!isAbsolute(home) || !isChildPath(home, target)) {
    throw new Error(
      'it lies outside the folder in which the entity is defined',
    );
  }
  const isFolder = (await stat(target)).isDirectory();
  const found = isFolder
    ? await findMarkdown(target)
    : [target].filter(file => isReadable(basename(file)));
  const folder: RawFolder = { files: [], remarks: [] };
  for (const file of found.slice(0, mostFiles)) {
    const shown = relative(isFolder ? target : dirname(target), file);
    const name = shown.split(sep).join('/');
    const content = await contentOf(file, home);
    if ('remark' in content) folder.remarks.push(`${name}: ${content.remark}`);
    else folder.files.push({ path: name, address: file, text: content.text });
  }
  if (found.length > mostFiles) folder.remarks.push(tooMany);
  return folder;
}

/** Nearest folders first. Links to folders are not followed. */
async function findMarkdown(folder: string): Promise<string[]> {
  const folders = [folder];
  const found: string[] = [];
  for (const next of folders) {
    const entries = await readdir(next, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory() && isReadable(`${entry.name}/x.md`)) {
        folders.push(join(next, entry.name));
      } else if (!entry.isDirectory() && isReadable(entry.name)) {
        found.push(join(next, entry.name));
      }
    }
    if (found.length > mostFiles || folders.length > mostFolders) break;
  }
  return found;
}

async function contentOf(path: string, home: string) {
  try {
    if (!isChildPath(home, path)) {
      return {
        remark: 'it leads outside the folder in which the entity is defined',
      };
    }
    const { size } = await stat(path);
    return size > mostBytes
      ? { remark: tooLarge }
      : textOf(await readFile(path));
  } catch (error) {
    return { remark: sentenceOf(error) };
  }
}

/** Without paths, which say more about this machine than a reader of the portal needs. */
function sentenceOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return message;
  if (code === 'ENOENT') return 'there is nothing there';
  if (code === 'EACCES') return 'the server may not read it';
  return `the server cannot read it (${code})`;
}
