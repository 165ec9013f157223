import ts from 'typescript';
import {
  nodesOf,
  placeOf,
  type Complaint,
  type House,
  type HouseFile,
} from './house';

interface Mention {
  file: HouseFile;
  node: ts.Node;
  text: string;
}

const tableName = /\bincidents_[a-z0-9_]+\b/g;
const store = /(^|\/)(store|[a-z]\w*Store)\.ts$/;

/** What stands between quotes, templates included. */
function textsOf(file: HouseFile): Mention[] {
  return nodesOf(file.tree)
    .filter(
      node => ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node),
    )
    .map(node => ({ file, node, text: (node as ts.StringLiteralLike).text }));
}

function tablesOf(house: House): Mention[] {
  return house.files.flatMap(textsOf).flatMap(mention =>
    [...mention.text.matchAll(tableName)].map(([text]) => ({
      ...mention,
      text,
    })),
  );
}

/** A table is named by the stores of one room. Migrations stand outside the house. */
export function tablesStayInTheirStore(house: House): Complaint[] {
  const mentions = tablesOf(house);
  const owners = new Map<string, string | undefined>();
  return mentions.flatMap(({ file, node, text }) => {
    const place = placeOf(file, node);
    if (!store.test(file.path)) {
      return [`${place} names the table ${text} outside a store`];
    }
    const owner = owners.get(text) ?? file.room;
    owners.set(text, owner);
    return owner === file.room
      ? []
      : [`${place} names the table ${text} of ${owner}`];
  });
}

/** What only the object has that a vendor plugs into a socket. */
const socketMethods = [
  'toSignals',
  'shifts',
  'notify',
  'runbooksFor',
  'changesSince',
];

function idOfVendor(node: ts.Node): string[] {
  if (!ts.isObjectLiteralExpression(node)) {
    return [];
  }
  const named = new Map(
    node.properties.map(property => [property.name?.getText(), property]),
  );
  const id = named.get('id');
  return socketMethods.some(method => named.has(method)) &&
    id &&
    ts.isPropertyAssignment(id) &&
    ts.isStringLiteralLike(id.initializer)
    ? [id.initializer.text]
    : [];
}

/** The ids of the vendors that a module plugs in. */
export function vendorsOf(module: House): string[] {
  return module.files.flatMap(({ tree }) => nodesOf(tree).flatMap(idOfVendor));
}

/** `word` as a word of its own inside identifiers and sentences alike. */
function says(text: string, word: string): boolean {
  const plain = (value: string) =>
    value.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(text).includes(plain(word));
}

function isIdentifierOrText(
  node: ts.Node,
): node is ts.Identifier | ts.StringLiteralLike {
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node);
}

/**
 * A vendor's name appears in its module and nowhere in the core. An id that is
 * a plain English word counts only where it is the whole text.
 */
export function vendorsStayInTheirModule(
  core: House,
  vendors: string[],
  plainWords: string[] = ['generic'],
): Complaint[] {
  return core.files.flatMap(file =>
    nodesOf(file.tree)
      .filter(isIdentifierOrText)
      .flatMap(node =>
        vendors
          .filter(vendor =>
            plainWords.includes(vendor)
              ? ts.isStringLiteralLike(node) && node.text === vendor
              : says(node.text, vendor),
          )
          .map(vendor => `${placeOf(file, node)} knows the vendor ${vendor}`),
      ),
  );
}
