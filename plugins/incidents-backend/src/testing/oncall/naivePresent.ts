import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import type { NaiveWall } from './naiveWall';

/** A rotation that is on call, whoever has the turn in front. */
export type NaivePiece = {
  priority: number;
  queue: Array<{ users: string[] }>;
};

type Timed = {
  from: string;
  to: string;
  madeAt?: string;
  withdrawnAt?: string;
};

/** What the lists of exceptions make of the rotations, asked anew at each step. */
export function naivePresent(schedule: ScheduleDefinition, wall: NaiveWall) {
  const holds = (one: Timed, i: number) => {
    const from = one.from.endsWith('Z')
      ? wall.indexOf(Date.parse(one.from))
      : wall.first(one.from);
    const to = one.to.endsWith('Z')
      ? wall.indexOf(Date.parse(one.to))
      : wall.last(one.to);
    return (
      from <= i &&
      i < to &&
      !(one.madeAt && wall.instants[i] < Date.parse(one.madeAt)) &&
      !(one.withdrawnAt && Date.parse(one.withdrawnAt) <= wall.instants[i])
    );
  };
  const said = [
    ...schedule.overrides.map(override => ({ ...override, rank: 0 })),
    ...schedule.swaps.map(swap => ({
      ...swap,
      kind: 'swap' as const,
      rank: 1,
    })),
  ].sort(
    (a, b) =>
      Date.parse(a.madeAt ?? '1970-01-01') -
        Date.parse(b.madeAt ?? '1970-01-01') ||
      a.rank - b.rank ||
      Number(a.id) - Number(b.id),
  );
  return (i: number, level: string, pieces: NaivePiece[]) => {
    const absent = new Set(
      schedule.absences.filter(one => holds(one, i)).map(({ user }) => user),
    );
    const steps = said
      .filter(one => one.level === undefined || one.level === level)
      .flatMap(one =>
        stepsOf(one, absent, half => holds({ ...one, ...half } as Timed, i)),
      );
    const covered = steps.flatMap(({ pairs }) =>
      pairs.map(([leaves]) => leaves),
    );
    const run = (away: Set<string>) =>
      steps.reduce((people, one) => one.does(people), onTurn(pieces, away));
    const hopeful = run(new Set([...absent].filter(u => !covered.includes(u))));
    const people = hopeful.some(user => absent.has(user))
      ? run(absent)
      : hopeful;
    const shadows = schedule.shadows
      .filter(one => one.level === level && holds(one, i))
      .filter(({ user, follows }) => {
        const free = !absent.has(user) && !people.includes(user);
        return free && (follows ? people.includes(follows) : people.length > 0);
      })
      .map(({ user }) => user);
    return {
      people: [...people].sort(),
      shadows: [...new Set(shadows)].sort(),
    };
  };
}

function onTurn(pieces: NaivePiece[], away: Set<string>): string[] {
  const there = pieces
    .map(({ priority, queue }) => ({
      priority,
      users:
        queue
          .map(({ users }) => users.filter(user => !away.has(user)))
          .find(users => users.length > 0) ?? [],
    }))
    .filter(({ users }) => users.length > 0);
  const top = Math.max(...there.map(({ priority }) => priority));
  const users = there
    .filter(({ priority }) => priority === top)
    .flatMap(one => one.users);
  return [...new Set(users)];
}

/** Who comes for whom, `all` for everybody; and what becomes of the people. */
type Step = {
  pairs: Array<[leaves: string, comes: string]>;
  does(people: string[]): string[];
};

type Said =
  | ScheduleDefinition['overrides'][number]
  | (ScheduleDefinition['swaps'][number] & { kind: 'swap' });

function stepsOf(
  one: Said,
  absent: Set<string>,
  holds: (half: Partial<Timed>) => boolean,
): Step[] {
  if (one.kind === 'swap') {
    const [a, b] = one.between;
    const halves = [
      { ...a, comes: b.user },
      { ...b, comes: a.user },
    ].filter(({ from, to }) => holds({ from, to }));
    return exchange(
      halves.map(({ user, comes }) => [user, comes]),
      absent,
    );
  }
  if (!holds({})) return [];
  const { user } = one;
  if (one.kind === 'remove')
    return [{ pairs: [], does: now => now.filter(other => other !== user) }];
  if (absent.has(user)) return [];
  if (one.kind === 'add')
    return [{ pairs: [], does: now => [...new Set([...now, user])] }];
  return one.replaces === undefined
    ? [{ pairs: [['all', user]], does: () => [user] }]
    : exchange([[one.replaces, user]], absent);
}

/** All at once, so that two who swap while both are there stay two. */
function exchange(pairs: Step['pairs'], absent: Set<string>): Step[] {
  const able = pairs.filter(([, comes]) => !absent.has(comes));
  const does = (now: string[]) => [
    ...new Set(
      now.map(one => able.find(([leaves]) => leaves === one)?.[1] ?? one),
    ),
  ];
  return [{ pairs: able, does }];
}
