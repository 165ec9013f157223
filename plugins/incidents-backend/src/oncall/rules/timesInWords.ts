/** `Fri 20 Nov 09:00`, on the wall of a zone. */
export function timeInWords(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string) =>
    parts.find(one => one.type === type)?.value ?? '';
  // What stands between them differs from one version of the words to the next.
  const time = `${part('hour')}:${part('minute')}`;
  return [part('weekday'), part('day'), part('month'), time].join(' ');
}

/** `Fri 20 Nov 09:00 to Sat 21 Nov 09:00 (Europe/Berlin)`. */
export function spanInWords(
  { from, to }: { from: string; to: string },
  timeZone: string,
): string {
  const [begin, end] = [from, to].map(at =>
    timeInWords(new Date(at), timeZone),
  );
  return `${begin} to ${end} (${timeZone})`;
}
