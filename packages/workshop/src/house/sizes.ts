import ts from 'typescript';
import {
  nodesOf,
  placeOf,
  type Complaint,
  type House,
  type HouseFile,
} from './house';

/** In lines, comments and blank ones included. */
export const budgets = {
  fileMedian: 90,
  file: 300,
  function90th: 40,
  function: 80,
  component: 120,
  routeHandler: 10,
};

/** Long by nature: what was recorded, what is declared, what is translated. */
const exempt =
  /(^|\/)(samples|schemas?|messages|generated)(\/|\.tsx?$)|[sS]amples?\.ts$|([tT]ranslation(Ref)?|[mM]essages|\/ja|Schemas?)\.ts$/;

interface Measured {
  file: HouseFile;
  node: ts.Node;
  lines: number;
}

function linesBetween({ tree }: HouseFile, from: number, to: number): number {
  const line = (position: number) =>
    tree.getLineAndCharacterOfPosition(position).line;
  return line(to) - line(from) + 1;
}

function filesOf(house: House): Measured[] {
  return house.files
    .filter(({ path }) => !exempt.test(path))
    .map(file => ({
      file,
      node: file.tree,
      lines: linesBetween(file, 0, file.tree.text.trimEnd().length),
    }));
}

/** Functions that have a name: inline ones belong to the function around them. */
function isNamedFunction(node: ts.Node): boolean {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    return node.body !== undefined;
  }
  return (
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
    (ts.isVariableDeclaration(node.parent) ||
      ts.isPropertyAssignment(node.parent))
  );
}

function functionsOf(house: House): Measured[] {
  return house.files.flatMap(file =>
    nodesOf(file.tree)
      .filter(isNamedFunction)
      .map(node => ({
        file,
        node,
        lines: linesBetween(file, node.getStart(), node.getEnd()),
      })),
  );
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

function over(measured: Measured[], limitOf: (one: Measured) => number) {
  return measured
    .filter(one => one.lines > limitOf(one))
    .map(
      one =>
        `${placeOf(one.file, one.node)} has ${one.lines} lines, ${limitOf(
          one,
        )} are allowed`,
    );
}

/** No file and no function is long, and most are short. */
export function sizesHold(house: House): Complaint[] {
  const files = filesOf(house);
  const functions = functionsOf(house);
  const median = quantile(
    files.map(({ lines }) => lines),
    0.5,
  );
  const ninetieth = quantile(
    functions.map(({ lines }) => lines),
    0.9,
  );
  return [
    ...over(files, () => budgets.file),
    ...over(functions, ({ file }) =>
      file.path.endsWith('.tsx') ? budgets.component : budgets.function,
    ),
    ...(median > budgets.fileMedian
      ? [
          `the median file has ${median} lines, ${budgets.fileMedian} are allowed`,
        ]
      : []),
    ...(ninetieth > budgets.function90th
      ? [
          `one function in ten has more than ${budgets.function90th} lines, at least ${ninetieth}`,
        ]
      : []),
  ];
}

/** A door binds and does not decide: handlers in `routes.ts` stay small. */
export function routesAreThin(house: House): Complaint[] {
  const handlers = house.files
    .filter(({ path }) => /(^|\/)routes\.ts$/.test(path))
    .flatMap(file =>
      nodesOf(file.tree)
        .filter(
          node => ts.isArrowFunction(node) || ts.isFunctionExpression(node),
        )
        .map(node => ({
          file,
          node,
          lines: linesBetween(file, node.getStart(), node.getEnd()),
        })),
    );
  return over(handlers, () => budgets.routeHandler);
}
