import type {
  Participant,
  Rotation,
  ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import { naivePresent, type NaivePiece } from './naivePresent';
import { naiveTurns, type NaiveTurns } from './naiveRotation';
import { step, type NaiveWall } from './naiveWall';

type Seat = { name: string; users: string[] };

/** A queue of people that is pushed on, step by step. */
type Line = {
  rotation: Rotation;
  turns: NaiveTurns;
  since: number;
  /** Who has the turn stands in front. */
  queue: Seat[];
  /** What the queue becomes with the next turn, after an edit. */
  then?: Seat[];
};

/** Who is on call and who comes along, by level. */
export type NaiveAnswer = Array<{ people: string[]; shadows: string[] }>;

/** Walks through all steps of the wall and notes down who is on call at each that is asked for. */
export function naiveSchedule(
  schedule: ScheduleDefinition,
  wall: NaiveWall,
  [from, to]: [number, number],
): NaiveAnswer[] {
  const eras = [
    { at: 0, levels: schedule.levels },
    ...schedule.revisions.map(({ from: begins, levels }) => ({
      at: Math.max(0, wall.indexOf(Date.parse(begins))),
      levels,
    })),
  ];
  const answers: NaiveAnswer[] = [];
  const present = naivePresent(schedule, wall);
  let lines = new Map<string, Line>();
  let levels = schedule.levels;
  const readAt = (i: number) =>
    levels.map(({ name, rotations }) =>
      present(
        i,
        name,
        rotations.flatMap(rotation => pieceOf(lines.get(rotation.name)!, i)),
      ),
    );
  for (let i = 0; i < wall.texts.length; i++) {
    for (const era of eras.filter(({ at }) => at === i)) {
      levels = era.levels;
      lines = linesOf(levels, wall, { at: i, lines });
    }
    for (const line of lines.values()) push(line, i);
    if (from <= i && i < to) answers[i] = readAt(i);
  }
  return answers;
}

function linesOf(
  levels: ScheduleDefinition['levels'],
  wall: NaiveWall,
  { at, lines }: { at: number; lines: Map<string, Line> },
): Map<string, Line> {
  const rotations = levels.flatMap(level => level.rotations);
  return new Map(
    rotations.map(rotation => [
      rotation.name,
      begun(rotation, wall, { at, before: lines.get(rotation.name) }),
    ]),
  );
}

function pieceOf(line: Line, i: number): NaivePiece[] {
  const { rotation, turns, queue } = line;
  if (i < turns.start || !turns.covered[i] || queue.length === 0) return [];
  const { priority, whenAbsent } = rotation;
  return [{ priority, queue: whenAbsent === 'next' ? queue : [queue[0]] }];
}

/** At each new turn whoever has it goes to the end. */
function push(line: Line, i: number): void {
  const { turn, start } = line.turns;
  if (i <= Math.max(line.since, start)) return;
  for (let n = turn[i - 1]; n < turn[i]; n++) {
    if (line.then) {
      line.queue = line.then;
      line.then = undefined;
    } else if (line.queue.length > 0) {
      line.queue = [...line.queue.slice(1), line.queue[0]];
    }
  }
}

function seats(participants: Participant[]): Seat[] {
  return participants.map(one =>
    typeof one === 'string' ? { name: one, users: [one] } : one,
  );
}

function begun(
  rotation: Rotation,
  wall: NaiveWall,
  { at, before }: { at: number; before?: Line },
): Line {
  const turns = naiveTurns(rotation, wall);
  const list = seats(rotation.participants);
  const line = { rotation, turns, since: at, queue: list };
  // The turn that begins at this very moment is the one that is edited.
  if (before) push(before, at);
  const ran = before && before.turns.start <= at && before.queue.length > 0;
  if (!ran || list.length === 0) return line;
  const [holder, ...others] = before.queue;
  const coming = before.then ?? others;
  const place = [holder, ...coming]
    .map((seat, i) => ({ place: find(seat, list), own: i === 0 }))
    .find(found => found.place >= 0);
  const next = !place ? 0 : place.place + (place.own ? 1 : 0);
  const then = [...list.slice(next), ...list.slice(0, next)];
  if (turns.start > at) return { ...line, queue: then };
  const stay = before.queue
    .map(({ name, users }) => ({
      name,
      users: users.filter(user => list.some(seat => seat.users.includes(user))),
    }))
    .filter(({ users }) => users.length > 0);
  return stay.length > 0 ? { ...line, queue: stay, then } : line;
}

function find(seat: Seat, list: Seat[]): number {
  const same = list.findIndex(({ name }) => name === seat.name);
  return same >= 0
    ? same
    : list.findIndex(({ users }) =>
        users.some(user => seat.users.includes(user)),
      );
}

/** Long enough before everything that has a part in it. */
export function beginningOf(schedule: ScheduleDefinition, at: number): number {
  const starts = [schedule, ...schedule.revisions]
    .flatMap(({ levels }) => levels.flatMap(({ rotations }) => rotations))
    .map(({ startsAt }) => Date.parse(startsAt.slice(0, 10)));
  const first = Math.min(at, ...starts) - 5 * 96 * step;
  return first - (first % step);
}
