import { isMarkdown } from './rules/locateRunbooks';

/** Of one place. */
export const mostFiles = 200;
/** Of one file. */
export const mostBytes = 512 * 1024;

export const tooLarge = `it is larger than ${
  mostBytes / 1024
} KiB and is left out`;
export const tooMany = `only the first ${mostFiles} Markdown files are read, and there are more`;

/** Markdown, but not that of hidden folders and of other people's packages. */
export function isReadable(path: string): boolean {
  const isAside = path
    .split('/')
    .some(segment => segment.startsWith('.') || segment === 'node_modules');
  return isMarkdown(path) && !isAside;
}

/** The text of a file, or why it has none, without a full stop. */
export function textOf(bytes: Buffer): { text: string } | { remark: string } {
  if (bytes.length > mostBytes) return { remark: tooLarge };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return text.includes('\0') ? { remark: 'it is not text' } : { text };
}
