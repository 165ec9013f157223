/** The moment some seconds away from another. */
export function momentAt(end: Date, seconds: number): Date {
  return new Date(end.getTime() + seconds * 1000);
}

/** Whether a value stands where a date belongs: `{ "$t": seconds }`. */
function isTime(value: object): value is { $t: number } {
  return '$t' in value && typeof value.$t === 'number';
}

/** A recorded body with its dates filled in, as ISO 8601. */
export function fillTimes(value: unknown, end: Date): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => fillTimes(item, end));
  }
  if (isTime(value)) {
    return momentAt(end, value.$t).toISOString();
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fillTimes(item, end)]),
  );
}
