import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** One source file, by its path inside the house, with `/` on every system. */
export interface HouseFile {
  path: string;
  /** The room it stands in; nothing for a file on the roof beam, such as `suite.ts`. */
  room?: string;
  tree: ts.SourceFile;
}

/** The sources of one package. */
export interface House {
  files: HouseFile[];
}

/** A sentence that says what is wrong, and where. */
export type Complaint = string;

/**
 * From the cellar up. A room may know rooms of the floors below it, and no
 * other.
 */
export const floors: string[][] = [
  ['platform'],
  ['severity', 'timeline'],
  ['alerts', 'oncall', 'runbooks', 'changes'],
  ['paging'],
  ['incidents'],
  ['postmortems', 'drills', 'handover'],
  ['readiness', 'insights'],
  ['selfcheck'],
];

/** What binds the rooms together, and so stands above all of them. */
export const beams = [
  'index.ts',
  'plugin.ts',
  'suite.ts',
  'sockets.ts',
  'openDoors.ts',
  'registerResources.ts',
];

const source = /\.tsx?$/;
const testing = /\.test\.tsx?$|(^|\/)(testing|__testUtils__|__fixtures__)\//;
const setup = /(^|\/)setupTests\.ts$/;

function isExempt(path: string): boolean {
  return testing.test(path) || setup.test(path) || path.endsWith('.d.ts');
}

/** A house from texts: how tests build one. */
export function houseOf(texts: Record<string, string>): House {
  const files = Object.entries(texts)
    .filter(([path]) => source.test(path) && !isExempt(path))
    .map(([path, text]) => ({
      path,
      room: path.includes('/') ? path.split('/')[0] : undefined,
      tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
    }));
  return { files };
}

/** The house in a folder. Tests, and what only tests use, are not part of it. */
export function readHouse(folder: string): House {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => [
      relative(folder, path).split(sep).join('/'),
      readFileSync(path, 'utf8'),
    ]);
  return houseOf(Object.fromEntries(texts));
}

/** `alerts/store.ts:12`, as editors open it. */
export function placeOf(file: HouseFile, node: ts.Node): string {
  const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart());
  return `${file.path}:${line + 1}`;
}

/** Every node of a file, parents before their children. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const nodes = [node];
  ts.forEachChild(node, child => {
    nodes.push(...nodesOf(child));
  });
  return nodes;
}
