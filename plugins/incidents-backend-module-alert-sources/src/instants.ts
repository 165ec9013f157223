// Nanoseconds, as Go writes them, are nine digits.
const rfc3339 =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * An instant of RFC 3339. Undefined when the text is none, and for the year 1 that Go writes for "not yet".
 *
 * @internal
 */
export function readInstant(text: string | null | undefined): Date | undefined {
  const wanted = (text ?? '').trim();
  if (wanted.length > 40 || !rfc3339.test(wanted)) return undefined;
  const instant = new Date(wanted.toUpperCase());
  return instant.getTime() > 0 ? instant : undefined;
}
