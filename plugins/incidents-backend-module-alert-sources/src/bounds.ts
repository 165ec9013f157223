/**
 * How much of a payload is handed on. Lengths are in UTF-16 units.
 *
 * @internal
 */
export const bounds = {
  title: 500,
  description: 10_000,
  severity: 200,
  entityRef: 300,
  fingerprint: 200,
  deliveryKey: 100,
  labels: 100,
  /** More than these are not even looked at. */
  labelsRead: 1_000,
  labelName: 200,
  labelValue: 2_000,
  links: 20,
  linkTitle: 200,
  url: 2_000,
  /** Of one delivery. */
  alerts: 10_000,
} as const;

/** NUL, or half of a character. */
const unwritable = /[\0\p{Surrogate}]/u;

/**
 * A text that every database takes: without NUL and lone surrogates, and cut to a length.
 *
 * @internal
 */
export function bounded(text: string, max: number): string {
  const clean = unwritable.test(text)
    ? // UTF-8 has no lone surrogates: there and back again replaces them.
      Buffer.from(text.replaceAll('\0', '')).toString()
    : text;
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, max - 1);
  // The cut may have gone through the middle of a pair.
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * The first of several texts that is not blank, trimmed and cut to a length.
 *
 * @internal
 */
export function firstText(
  max: number,
  ...candidates: Array<string | null | undefined>
): string | undefined {
  for (const candidate of candidates) {
    const text = bounded((candidate ?? '').trim(), max).trim();
    if (text) return text;
  }
  return undefined;
}
