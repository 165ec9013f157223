/** A quarter of an hour: every clock is set to one, and every change since 2000 but a few falls on one. */
export const step = 15 * 60_000;

/**
 * What the wall shows at each quarter of an hour, one after the other, as text. Everything else is read off it by looking: no
 * offsets, no arithmetic with zones.
 */
export type NaiveWall = {
  instants: number[];
  texts: string[];
  indexOf(instant: number): number;
  /** The first step at which the wall shows this or later; one behind the last when it never does. */
  first(text: string): number;
  /** The last step at which it shows this, or the first later one. */
  last(text: string): number;
  /** Whether it lies within what is walked, give or take two days. */
  mayShow(text: string): boolean;
  /** The dates that it could show, and one more on each side. */
  dates(): string[];
};

export function naiveWall(
  timeZone: string,
  from: number,
  to: number,
): NaiveWall {
  // Swedes write dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  const instants: number[] = [];
  const texts: string[] = [];
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  for (let instant = from; instant < to; instant += step) {
    const text = format.format(instant).replace(' ', 'T');
    if (!firsts.has(text)) firsts.set(text, texts.length);
    lasts.set(text, texts.length);
    instants.push(instant);
    texts.push(text);
  }
  const later = (text: string, days: number) =>
    new Date(Date.parse(`${text}Z`) + days * 96 * step)
      .toISOString()
      .slice(0, 16);
  const earliest = later(texts[0], -2);
  const latest = later(texts.at(-1)!, 2);
  const highest = texts.reduce((a, b) => (a > b ? a : b));
  const first = (text: string) => {
    if (text <= texts[0]) return 0;
    if (text > highest) return texts.length;
    const shown = firsts.get(text);
    if (shown !== undefined) return shown;
    const index = texts.findIndex(one => one >= text);
    return index < 0 ? texts.length : index;
  };
  return {
    instants,
    texts,
    indexOf: instant => Math.round((instant - from) / step),
    first,
    last: text => lasts.get(text) ?? first(text),
    mayShow: text => earliest <= text && text <= latest,
    dates() {
      const dates = new Set<string>();
      for (let date = earliest; date <= latest; date = later(date, 1)) {
        dates.add(date.slice(0, 10));
      }
      return [...dates];
    },
  };
}
