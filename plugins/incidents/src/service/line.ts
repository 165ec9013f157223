/**
 * A value of a sentence: text and numbers stand as they are, instants are told in the words and the zone of the reader.
 */
export type LineValue =
  | string
  | number
  /** "12 days ago". */
  | { ago: string }
  /** "14 min", running until `until` when given. */
  | { lasting: string; until?: string }
  /** "Mon, Nov 23, 09:00". */
  | { at: string }
  /** An incident by its key, as a link. */
  | { incident: string }
  /** The entity by its name in the catalog, as a link. */
  | { entity: string }
  /** A level, in the colour of its rank; neutral when its scheme is not known here. */
  | { severity: string; rank?: number };

/** One sentence before it is put into a language: which message, and what is filled in. */
export type Line<Key extends string = string> = {
  key: Key;
  values?: Record<string, LineValue>;
};

/** A line; `values` is left out when the message has none. */
export function line<const Key extends string>(
  key: Key,
  values?: Record<string, LineValue>,
): Line<Key> {
  return values ? { key, values } : { key };
}
