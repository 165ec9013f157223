import type {
  OnCallPerson,
  ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import type { Shift, ShiftGap } from 'backstage-plugin-incidents-node';
import { plansOf, stepsOf, type Step } from './layLevel';
import type { Cause } from './present';
import { nobodySentence, sentenceOf } from './sentences';

/** Who a user is; without it they are called by the name in their ref. */
export type PersonOf = (user: string) => OnCallPerson;

/** The shifts of a span, and where nobody is on call. Levels in their order, shifts by their start. */
export type LaidSchedule = { shifts: Shift[]; gaps: ShiftGap[] };

/** As numbers, while they grow. */
type Growing<T> = Omit<T, 'from' | 'to'> & { from: number; to: number };
type Sheet = {
  shifts: Growing<Shift>[];
  gaps: Growing<ShiftGap>[];
  /** What went on until just now, by what makes it one. */
  open: Map<string, { to: number }>;
};

/**
 * Who is on call over a span, from `from` until `to`. What goes on beyond it is cut, and says so. The same instant has the same
 * answer in whichever span it is asked for.
 */
export function laySchedule(
  schedule: ScheduleDefinition,
  from: Date,
  to: Date,
  personOf: PersonOf = called,
): LaidSchedule {
  // One millisecond more on each side tells what goes on there.
  const asked = { from: from.getTime() - 1, to: to.getTime() + 1 };
  const sheets: Sheet[] = [];
  for (const { span, plans } of from < to ? plansOf(schedule, asked) : []) {
    plans.forEach((plan, i) => {
      sheets[i] ??= { shifts: [], gaps: [], open: new Map() };
      const place = { level: i + 1, levelName: plan.level.name };
      for (const step of stepsOf(plan, span)) {
        write(sheets[i], place, { step, personOf });
      }
    });
  }
  return {
    shifts: sheets.flatMap(sheet => within(sheet.shifts, from, to)),
    gaps: sheets.flatMap(sheet => within(sheet.gaps, from, to)),
  };
}

/** The shifts of {@link laySchedule}. */
export function layShifts(
  schedule: ScheduleDefinition,
  from: Date,
  to: Date,
  personOf?: PersonOf,
): Shift[] {
  return laySchedule(schedule, from, to, personOf).shifts;
}

function called(ref: string): OnCallPerson {
  return { ref, displayName: ref.slice(ref.indexOf('/') + 1) };
}

type Place = { level: number; levelName: string };

function write(
  sheet: Sheet,
  place: Place,
  { step, personOf }: { step: Step; personOf: PersonOf },
): void {
  const { from, to } = step;
  const nameOf = (user: string) =>
    user.startsWith('user:') ? personOf(user).displayName : user;
  const goOn = <T extends { to: number }>(key: string, begin: () => T) => {
    const name = `${place.levelName}\n${key}`;
    const open = sheet.open.get(name);
    if (open?.to === from) open.to = to;
    else sheet.open.set(name, begin());
  };
  for (const [user, cause] of [...step.present, ...step.shadows]) {
    goOn(keyOf(user, cause), () => {
      const shift = {
        ...{ ...place, person: personOf(user), from, to },
        ...(cause.kind === 'turn' && {
          rotation: cause.rotation,
          turn: cause.turn,
        }),
        ...(cause.kind === 'shadow' && { shadow: true as const }),
        ...exceptionOf(cause),
        because: sentenceOf(user, cause, nameOf),
      };
      sheet.shifts.push(shift);
      return shift;
    });
  }
  const { nobody } = step;
  if (!nobody) return;
  goOn(['nobody', nobody.reason, ...nobody.users].join('\n'), () => {
    const names = nobody.users.map(nameOf);
    const because = nobodySentence(nobody.reason, place.levelName, names);
    const gap = { ...place, from, to, reason: nobody.reason, because };
    sheet.gaps.push(gap);
    return gap;
  });
}

function exceptionOf({ kind }: Cause): Pick<Shift, 'exception'> {
  if (kind === 'swap') return { exception: 'swap' };
  return kind === 'add' || kind === 'replace' ? { exception: 'override' } : {};
}

/** What makes two stretches one shift. */
function keyOf(user: string, cause: Cause): string {
  if (cause.kind === 'turn') {
    const { rotation, turn, insteadOf = '' } = cause;
    return [user, rotation, turn, insteadOf].join('\n');
  }
  const leaves = 'leaves' in cause ? cause.leaves : [];
  return [user, cause.kind, cause.id, leaves].join('\n');
}

function within<T extends { from: number; to: number }>(
  pieces: T[],
  from: Date,
  to: Date,
) {
  const start = from.getTime();
  const end = to.getTime();
  return pieces
    .filter(piece => piece.from < end && start < piece.to)
    .map(piece => ({
      ...piece,
      from: new Date(Math.max(start, piece.from)),
      to: new Date(Math.min(end, piece.to)),
      ...(piece.from < start && { startsEarlier: true as const }),
      ...(end < piece.to && { endsLater: true as const }),
    }));
}
