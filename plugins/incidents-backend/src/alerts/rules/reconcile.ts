import type { Opening } from './schedule';

/** A time that a window is open, as it is kept. */
export type KeptOpening = Opening & {
  id: string;
  /** Who ended it before its time. */
  endedBy?: string;
};

/** What makes the kept openings those that are planned. */
export type Changes = {
  add: Opening[];
  change: Array<{ id: string; endsAt: string }>;
  /** They had not begun. */
  drop: string[];
  /** They are on, and are not to be. */
  end: string[];
};

/** What has to be done so that the openings of a window are those that its schedule has from now on. */
export function reconcile(
  kept: KeptOpening[],
  planned: Opening[],
  now: Date,
): Changes {
  const byStart = new Map(kept.map(one => [one.startsAt, one]));
  const starts = new Set(planned.map(({ startsAt }) => startsAt));
  const known = planned.flatMap(({ startsAt, endsAt }) => {
    const found = byStart.get(startsAt);
    return found ? [{ found, endsAt }] : [];
  });
  const strange = kept.filter(
    ({ startsAt, endsAt }) =>
      Date.parse(endsAt) > now.getTime() && !starts.has(startsAt),
  );
  const hasBegun = ({ startsAt }: Opening) =>
    Date.parse(startsAt) <= now.getTime();
  const idOf = ({ id }: KeptOpening) => id;
  return {
    add: planned.filter(({ startsAt }) => !byStart.has(startsAt)),
    change: known
      // What somebody ended stays so.
      .filter(({ found, endsAt }) => !found.endedBy && found.endsAt !== endsAt)
      .map(({ found, endsAt }) => ({ id: found.id, endsAt })),
    drop: strange.filter(one => !hasBegun(one)).map(idOf),
    end: strange.filter(hasBegun).map(idOf),
  };
}

/** The end of the last opening, once no more come; now when there is none. */
export function overAfter(
  kept: KeptOpening[],
  planned: Opening[],
  now: Date,
): string {
  const ended = new Set(
    kept.filter(({ endedBy }) => endedBy).map(({ startsAt }) => startsAt),
  );
  const ends = planned
    .filter(({ startsAt }) => !ended.has(startsAt))
    .map(({ endsAt }) => endsAt)
    .sort();
  return ends.at(-1) ?? now.toISOString();
}
