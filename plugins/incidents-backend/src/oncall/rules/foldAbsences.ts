import type { Absence } from 'backstage-plugin-incidents-common';

/** Milliseconds after which one that is over is forgotten: as long as a preview looks. */
const keptFor = 400 * 24 * 60 * 60 * 1000;

/**
 * What a calendar says now, taken together with what it said before: each absence counts from when it was first read until it was
 * found gone, so that an edit of the calendar never changes what was on call.
 */
export function foldAbsences(
  known: Absence[],
  read: Absence[],
  now: Date,
): { absences: Absence[]; added: number; gone: number } {
  const at = now.toISOString();
  const there = new Map(read.map(absence => [absence.id, absence]));
  const isOpen = ({ withdrawnAt }: Absence) => withdrawnAt === undefined;
  const held = new Set(known.filter(isOpen).map(({ id }) => originOf(id)));
  const taken = new Set(known.map(({ id }) => id));
  const fresh = [...there.values()].filter(
    ({ id, to }) => !held.has(id) && Date.parse(to) > now.getTime(),
  );
  let gone = 0;
  const kept = known.flatMap(absence => {
    const isOver = Date.parse(absence.to) <= now.getTime();
    if (isOver || !isOpen(absence) || there.has(originOf(absence.id))) {
      return [absence];
    }
    gone += 1;
    // What has not begun has changed nothing yet.
    const hasBegun = Date.parse(absence.from) < now.getTime();
    return hasBegun ? [{ ...absence, withdrawnAt: at }] : [];
  });
  const added = fresh.map(absence => ({
    ...absence,
    id: taken.has(absence.id) ? `${absence.id}~${now.getTime()}` : absence.id,
    madeAt: at,
  }));
  const oldest = now.getTime() - keptFor;
  const absences = [...kept, ...added].filter(
    ({ to }) => Date.parse(to) > oldest,
  );
  return { absences, added: added.length, gone };
}

/** Everything counts no more from now on. */
export function withdrawAll(known: Absence[], now: Date): Absence[] {
  return foldAbsences(known, [], now).absences;
}

/** One that came back has the moment of that behind its id. */
function originOf(id: string): string {
  return id.replace(/~\d+$/, '');
}
