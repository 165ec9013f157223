import type { Complaint, House } from './house';

/** Words that say nothing about what a file is for. */
const empty = new Set([
  'common',
  'data',
  'handle',
  'handler',
  'helper',
  'helpers',
  'info',
  'manager',
  'misc',
  'process',
  'processor',
  'util',
  'utils',
]);
/** Folders that sort by kind of code and not by what it is about. */
const emptyFolders = new Set([
  'components',
  'hooks',
  'helpers',
  'utils',
  'lib',
]);

function wordsOf(name: string): string[] {
  return name
    .replace(/\.[a-z.]+$/i, '')
    .split(/(?=[A-Z])|[-_.]/)
    .map(word => word.toLowerCase());
}

/** A file is found by saying what it does. */
export function namesSpeak(house: House): Complaint[] {
  return house.files.flatMap(({ path }) => {
    const folders = path.split('/');
    const file = folders.pop()!;
    const words = wordsOf(file).filter(word => empty.has(word));
    const kinds = folders.filter(folder => emptyFolders.has(folder));
    return [
      ...words.map(word => `${path} is named "${word}"`),
      ...kinds.map(kind => `${path} lies in a folder named "${kind}"`),
    ];
  });
}
