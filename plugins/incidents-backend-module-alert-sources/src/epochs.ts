const digits = /^\d{9,20}(\.\d{1,9})?$/;

/** In seconds: 1973. Nobody's alert began before, and the next unit has its own 1973 where the one below it ends. */
const earliest = 1e8;

/**
 * An instant as a count since 1970, as number or as digits, in seconds, milliseconds, microseconds or nanoseconds: between 1973
 * and 5138 its size tells which. Undefined for 0, which stands for "not yet", and for what is no such count.
 *
 * @internal
 */
export function readEpoch(value: unknown): Date | undefined {
  const count = countOf(value);
  if (count === undefined) return undefined;
  for (const perSecond of [1, 1e3, 1e6, 1e9]) {
    const seconds = count / perSecond;
    if (seconds < earliest) return undefined;
    if (seconds < earliest * 1e3) return new Date(Math.round(seconds * 1e3));
  }
  return undefined;
}

function countOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const text = value.trim();
  return digits.test(text) ? Number(text) : undefined;
}
