import { posix } from 'node:path';
import ts from 'typescript';
import { nodesOf, type House, type HouseFile } from './house';

/** One file naming another, or a package. */
export interface Import {
  from: HouseFile;
  node: ts.Node;
  /** As written. */
  specifier: string;
  /** The file of the house it leads to; nothing for a package. */
  to?: HouseFile;
  /** Vanishes when the code runs. */
  typeOnly: boolean;
}

function specifierOf(node: ts.Node): ts.StringLiteral | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier)
      ? moduleSpecifier
      : undefined;
  }
  if (ts.isCallExpression(node) && isLoading(node)) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? argument : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    return ts.isStringLiteral(literal) ? literal : undefined;
  }
  return undefined;
}

function isLoading({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require')
  );
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) {
    return true;
  }
  if (ts.isExportDeclaration(node)) {
    return node.isTypeOnly;
  }
  if (!ts.isImportDeclaration(node) || !node.importClause) {
    return false;
  }
  const { isTypeOnly: whole, name, namedBindings } = node.importClause;
  return (
    whole ||
    (!name &&
      namedBindings !== undefined &&
      ts.isNamedImports(namedBindings) &&
      namedBindings.elements.every(element => element.isTypeOnly))
  );
}

function fileAt(house: House, path: string): HouseFile | undefined {
  const candidates = [
    `${path}.ts`,
    `${path}.tsx`,
    path === '.' ? 'index.ts' : `${path}/index.ts`,
    path,
  ];
  return house.files.find(file => candidates.includes(file.path));
}

/** Every import of the house, types and dynamic ones included: to know a type is to know the room. */
export function importsOf(house: House): Import[] {
  return house.files.flatMap(from =>
    nodesOf(from.tree).flatMap(node => {
      const literal = specifierOf(node);
      if (!literal) {
        return [];
      }
      const specifier = literal.text;
      const to = specifier.startsWith('.')
        ? fileAt(house, posix.join(posix.dirname(from.path), specifier))
        : undefined;
      return [{ from, node, specifier, to, typeOnly: isTypeOnly(node) }];
    }),
  );
}
