import type {
  Absence,
  Override,
  ScheduleDefinition,
  ScheduleDetail,
  Shadow,
  Swap,
} from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';

export type AmendmentKind = Override['kind'] | 'swap' | 'shadow' | 'absence';

/** What somebody changed by hand, and when it counts. */
export type Amendment = {
  id: string;
  kind: AmendmentKind;
  /** Absent when it is about all of them. */
  level?: string;
  /** Who comes, leaves, learns or is away; of a swap, who had the first shift. */
  user: string;
  /** Who is replaced or followed; of a swap, the other one. */
  other?: string;
  /** Instants; of a swap two spans. */
  spans: { from: string; to: string }[];
  reason?: string;
  /** Whom it is a matter of, besides of everybody who may change any shift. */
  concerns: string[];
};

/** Overrides, swaps, shadows and absences that were not taken back and are not over, the next one first. */
export function describeAmendments(
  definition: ScheduleDefinition,
  zone: string,
  now: Date,
): Amendment[] {
  const { overrides, swaps, shadows, absences } = definition;
  const all: Told[] = [
    ...overrides.map(tellOverride),
    ...shadows.map(tellShadow),
    ...absences.map(tellAbsence),
    ...swaps.map(tellSwap),
  ];
  return all
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .map(({ withdrawnAt, spans, ...one }) => ({
      ...one,
      spans: spans.map(({ from, to }) => ({
        ...{ from: instantOf(from, zone), to: instantOf(to, zone) },
      })),
    }))
    .filter(({ spans }) => spans.some(({ to }) => Date.parse(to) > +now))
    .sort((a, b) => startOf(a) - startOf(b));
}

/** Its spans may be by the clock of the schedule. */
type Told = Amendment & { withdrawnAt?: string };

function tellOverride(override: Override): Told {
  const { id, kind, level, user, reason, withdrawnAt } = override;
  const told = { id, kind, level, user, reason, withdrawnAt };
  if (override.kind !== 'replace')
    return { ...told, spans: [override], concerns: [user] };
  const { replaces } = override;
  const concerns = replaces ? [replaces] : [];
  return { ...told, other: replaces, spans: [override], concerns };
}

function tellShadow(shadow: Shadow): Told {
  const { id, level, user, follows, reason, withdrawnAt } = shadow;
  return {
    ...{ id, kind: 'shadow', level, user, other: follows, reason, withdrawnAt },
    ...{ spans: [shadow], concerns: [user] },
  };
}

function tellAbsence(absence: Absence): Told {
  const { id, user, reason, withdrawnAt } = absence;
  return {
    ...{ id, kind: 'absence', user, reason, withdrawnAt },
    ...{ spans: [absence], concerns: [user] },
  };
}

function tellSwap({ between, ...swap }: Swap): Told {
  const [first, second] = between;
  const { id, level, reason, withdrawnAt } = swap;
  return {
    ...{ id, kind: 'swap', level, reason, withdrawnAt },
    ...{ user: first.user, other: second.user, spans: between },
    concerns: [first.user, second.user],
  };
}

/** Whether the reader may take it back: what is their own, or anything. The backend decides again when they do. */
export function mayWithdraw(
  { concerns }: Amendment,
  { can, me }: { can: ScheduleDetail['can']; me?: string },
): boolean {
  const isOwn = me !== undefined && concerns.includes(me);
  return can.overrideOwn && (can.overrideAny || isOwn);
}

function startOf({ spans }: Amendment): number {
  return Math.min(...spans.map(({ from }) => Date.parse(from)));
}

/** A moment may be a time on the wall of the schedule. */
function instantOf(moment: string, zone: string): string {
  return DateTime.fromISO(moment, { zone }).toUTC().toISO()!;
}
