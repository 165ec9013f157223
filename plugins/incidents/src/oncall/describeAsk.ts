import type { AskForShift, LaidShift } from 'backstage-plugin-incidents-common';

/** What the form holds. */
export type AskDraft = {
  /** One's own, by {@link keyOfShift}. */
  mine: string;
  how: 'everybody' | 'somebody' | 'swap';
  user?: string;
  /** Of somebody else, by {@link keyOfShift}. */
  theirs?: string;
  note: string;
};

export type AskMissing = 'user' | 'theirs';

/** What a schedule has in the weeks to come, and who reads it. */
export type AskAbout = { shifts: LaidShift[]; me?: string; now: Date };

export function keyOfShift({ level, from, person }: LaidShift): string {
  return [level, from, person.ref].join(' ');
}

/** The shifts of the reader that have not begun: only those can be asked about. */
export function shiftsToAskAbout({ shifts, me, now }: AskAbout): LaidShift[] {
  return shifts.filter(
    shift => shift.person.ref === me && isToCome(shift, now),
  );
}

/** What the reader may offer to take in return: shifts of others, on the same level. */
export function shiftsInReturn(about: AskAbout, mine: string): LaidShift[] {
  const own = shiftsToAskAbout(about).find(one => keyOfShift(one) === mine);
  return about.shifts.filter(
    shift =>
      shift.person.ref !== about.me &&
      shift.levelName === own?.levelName &&
      isToCome(shift, about.now),
  );
}

/** What is to be sent, or what is still missing. */
export function describeAsk(
  draft: AskDraft,
  about: AskAbout,
): { body?: AskForShift; missing: AskMissing[] } {
  const own = shiftsToAskAbout(about).find(
    one => keyOfShift(one) === draft.mine,
  );
  if (!own) return { missing: [] };
  const note = draft.note.trim();
  const asked = {
    ...{ level: own.levelName, mine: { from: own.from, to: own.to } },
    ...(note && { note }),
  };
  if (draft.how === 'everybody') {
    return { body: { kind: 'take', ...asked }, missing: [] };
  }
  if (draft.how === 'somebody') {
    const of = draft.user;
    if (!of) return { missing: ['user'] };
    return { body: { kind: 'take', ...asked, of }, missing: [] };
  }
  const other = shiftsInReturn(about, draft.mine).find(
    one => keyOfShift(one) === draft.theirs,
  );
  if (!other) return { missing: ['theirs'] };
  const theirs = { from: other.from, to: other.to };
  const of = other.person.ref;
  return { body: { kind: 'swap', ...asked, of, theirs }, missing: [] };
}

function isToCome(shift: LaidShift, now: Date): boolean {
  // What began before the answer is cut at it, which may be later than the clock of the page.
  const hasBegun =
    shift.startsEarlier || Date.parse(shift.from) <= now.getTime();
  return !shift.shadow && !hasBegun;
}
