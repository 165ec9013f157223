import type { Shift } from 'backstage-plugin-incidents-node';
import { union, type Span } from './schedule/span';
import { spanOf } from './walkShifts';

/** From when to when somebody is on call on a level without a break, whatever makes them so. */
export type ShiftRun = Span & { levelName: string; user: string };

/** Shifts that follow each other are one: whoever stays hands nothing over. Who only comes along has none. */
export function runsOf(shifts: Shift[]): ShiftRun[] {
  const held = new Map<string, { about: Shift; spans: Span[] }>();
  for (const shift of shifts.filter(({ shadow }) => !shadow)) {
    const key = JSON.stringify([shift.levelName, shift.person.ref]);
    const known = held.get(key);
    if (known) known.spans.push(spanOf(shift));
    else held.set(key, { about: shift, spans: [spanOf(shift)] });
  }
  return [...held.values()].flatMap(({ about, spans }) =>
    union(spans).map(span => ({
      ...{ ...span, levelName: about.levelName, user: about.person.ref },
    })),
  );
}

/** Who is on a level around a moment, besides whoever it is about. */
export type Neighbours = {
  /** Their time ends then. */
  leave: string[];
  /** Theirs begins then. */
  come: string[];
  /** They are there before and after it. */
  stay: string[];
};

export function neighboursAt(
  runs: ShiftRun[],
  { levelName, user }: Pick<ShiftRun, 'levelName' | 'user'>,
  at: number,
): Neighbours {
  const others = runs.filter(
    run => run.levelName === levelName && run.user !== user,
  );
  const whose = (is: (run: ShiftRun) => boolean) =>
    others.filter(is).map(run => run.user);
  return {
    leave: whose(({ to }) => to === at),
    come: whose(({ from }) => from === at),
    stay: whose(({ from, to }) => from < at && at < to),
  };
}
