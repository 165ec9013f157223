import { InputError } from '@backstage/errors';

/** The position after the last row of a page: the values by which the list is sorted. */
export function toCursor(position: Array<string | number>): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * @throws InputError when the text is not a cursor of a list with that many sort values.
 */
export function fromCursor(
  text: string,
  length: number,
): Array<string | number> {
  const position = parse(Buffer.from(text, 'base64url').toString());
  const isPosition =
    Array.isArray(position) &&
    position.length === length &&
    position.every(part => ['string', 'number'].includes(typeof part));
  if (!isPosition) {
    throw new InputError(
      'cursor must be the nextCursor of an earlier answer with the same sort',
    );
  }
  return position;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
