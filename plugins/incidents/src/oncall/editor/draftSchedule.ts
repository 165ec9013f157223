import type {
  Participant,
  Rotation,
  ScheduleLevel,
  ScheduleWindow,
  turnUnits,
  Weekday,
} from 'backstage-plugin-incidents-common';
import { keyed, type Keyed } from './keyedList';

export type TurnUnit = (typeof turnUnits)[number];

/** A user, or with a name users who share a turn. */
export type SeatDraft = Keyed & { name?: string; users: string[] };

export type WindowDraft = Keyed & { days: Weekday[]; from: string; to: string };

/** A rotation as the form holds it: numbers as they are typed, nothing as the empty text. */
export type RotationDraft = Keyed & {
  name: string;
  seats: SeatDraft[];
  every: string;
  unit: TurnUnit;
  /** Hours that pass, instead of hours on the wall. */
  isElapsed: boolean;
  time: string;
  weekday: Weekday | '';
  monthday: string;
  startsAt: string;
  endsAt: string;
  windows: WindowDraft[];
  priority: string;
  whenAbsent: Rotation['whenAbsent'];
};

export type LevelDraft = Keyed & { name: string; rotations: RotationDraft[] };

export type ScheduleDraft = {
  title: string;
  name: string;
  timeZone: string;
  levels: LevelDraft[];
};

export type ScheduleState = {
  title: string;
  name: string;
  timeZone: string;
  levels: ScheduleLevel[];
};

/** What the form holds of a schedule. */
export function draftOf({ levels, ...rest }: ScheduleState): ScheduleDraft {
  return {
    ...rest,
    levels: keyed(levels).map(level => ({
      ...level,
      rotations: keyed(level.rotations.map(rotationDraftOf)),
    })),
  };
}

export function rotationDraftOf(
  rotation: Rotation,
): Omit<RotationDraft, 'key'> {
  const { turn, handoff } = rotation;
  return {
    name: rotation.name,
    seats: keyed(rotation.participants.map(seatOf)),
    every: String(turn.every),
    unit: turn.unit,
    isElapsed: turn.hours === 'elapsed',
    time: handoff.time,
    weekday: handoff.weekday ?? '',
    monthday: String(handoff.monthday ?? ''),
    startsAt: rotation.startsAt,
    endsAt: rotation.endsAt ?? '',
    windows: keyed((rotation.windows ?? []).map(windowOf)),
    priority: String(rotation.priority),
    whenAbsent: rotation.whenAbsent,
  };
}

function seatOf(participant: Participant): Omit<SeatDraft, 'key'> {
  return typeof participant === 'string'
    ? { users: [participant] }
    : participant;
}

function windowOf(window: ScheduleWindow): ScheduleWindow {
  // The end of a day is the beginning of the next, which a field for times can show.
  return window.to === '24:00' ? { ...window, to: '00:00' } : window;
}

/** The levels that the form describes. What is no number stays none, and the backend says where. */
export function levelsOf({ levels }: ScheduleDraft): ScheduleLevel[] {
  return levels.map(({ name, rotations }) => ({
    name: name.trim(),
    rotations: rotations.map(rotationOf),
  }));
}

function rotationOf(draft: RotationDraft): Rotation {
  const { unit, weekday, monthday, windows } = draft;
  return {
    name: draft.name.trim(),
    participants: draft.seats.map(participantOf),
    turn: {
      ...{ every: Number.parseFloat(draft.every), unit },
      ...(unit === 'hours' && draft.isElapsed && { hours: 'elapsed' as const }),
    },
    handoff: {
      time: draft.time,
      ...(unit === 'weeks' && weekday && { weekday }),
      ...(unit === 'months' && monthday && { monthday: Number(monthday) }),
    },
    startsAt: draft.startsAt,
    ...(draft.endsAt && { endsAt: draft.endsAt }),
    ...(windows.length && {
      windows: windows.map(({ days, from, to }) => ({ days, from, to })),
    }),
    priority: Number(draft.priority || 0),
    whenAbsent: draft.whenAbsent,
  };
}

function participantOf({ name, users }: SeatDraft): Participant {
  return name === undefined ? users[0] : { name: name.trim(), users };
}

/** Whether both describe the same schedule, however it is held. */
export function isSame(a: ScheduleDraft, b: ScheduleDraft): boolean {
  const told = (draft: ScheduleDraft) =>
    JSON.stringify([
      ...[draft.title.trim(), draft.name, draft.timeZone],
      levelsOf(draft),
    ]);
  return told(a) === told(b);
}
