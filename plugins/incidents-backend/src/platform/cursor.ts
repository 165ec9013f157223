import { InputError } from '@backstage/errors';

/** What a sort value may be, so that a forged cursor is refused here and not by the database. */
const partChecks = {
  /** Milliseconds since 1970. */
  instant: (part: unknown) => isWhole(part, 8.64e15),
  /** 0 or 1, of a column that is true or false. */
  flag: (part: unknown) => isWhole(part, 1),
  /** A whole number of a column of four bytes. */
  integer: (part: unknown) => isWhole(part, 2 ** 31 - 1),
  sequence: (part: unknown) => isWhole(part, Number.MAX_SAFE_INTEGER),
  /** As schedules are called. */
  name: (part: unknown) =>
    typeof part === 'string' && /^[a-z0-9-]{1,63}$/.test(part),
  id: (part: unknown) => typeof part === 'string' && /^[\w-]{1,36}$/.test(part),
} satisfies Record<string, (part: unknown) => boolean>;

export type CursorPart = keyof typeof partChecks;

/** The position after the last row of a page: the name of the sort, and the values by which it sorts. */
export function toCursor(
  sort: string,
  position: Array<string | number>,
): string {
  return Buffer.from(JSON.stringify([sort, ...position])).toString('base64url');
}

/**
 * @throws InputError when the text is not a cursor of a list that is sorted so.
 */
export function fromCursor(
  text: string,
  sort: string,
  parts: CursorPart[],
): Array<string | number> {
  const read = parse(Buffer.from(text, 'base64url').toString());
  const [name, ...position] = Array.isArray(read) ? read : [];
  const isPosition =
    name === sort &&
    position.length === parts.length &&
    parts.every((part, i) => partChecks[part](position[i]));
  if (!isPosition) {
    throw new InputError(
      'cursor must be the nextCursor of an earlier answer with the same sort',
    );
  }
  return position;
}

function isWhole(part: unknown, most: number): boolean {
  return Number.isInteger(part) && Number(part) >= 0 && Number(part) <= most;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
