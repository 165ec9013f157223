import { InputError } from '@backstage/errors';
import {
  onCallReadPermission,
  type PreviewSchedule,
  type ScheduleDefinition,
  type SchedulePreview,
} from 'backstage-plugin-incidents-common';
import type { Catalog } from '../platform/catalog';
import type { CatalogIndex } from '../platform/catalogIndex';
import { reasonOf } from '../platform/sentences';
import type { AbsenceBook } from './absenceBook';
import { addressesIn, peopleOf } from './people';
import { findDoubleBookings } from './rules/findDoubleBookings';
import { findUnreachable } from './rules/findUnreachable';
import { loadOf } from './rules/loadOf';
import { stateAt } from './rules/schedule/editSchedule';
import { laySchedule } from './rules/schedule/laySchedule';
import { isTooMuch, sizeOf } from './rules/schedule/sizeOf';
import { withAbsences } from './rules/withAbsences';

/** Two years of hourly turns, or years of daily ones on every level: more is no plan that people read. */
const mostTurns = 20_000;
/** Of all lists of an answer together: some megabytes. */
const mostLines = 40_000;

/** Whether the one who asks may see people, and where their window stands. */
export type PreviewSight = { people: boolean; asks?: 'body' | 'query' };

/** What the catalog says about people, or why it says nothing. */
type Known =
  | { status: 'ok'; index: CatalogIndex }
  | { status: 'failed' | 'hidden'; reason: string };

/**
 * What a schedule would come to in a window. Nothing is stored. Who may not see people is told nothing of them but the refs that
 * they sent.
 *
 * @throws InputError when it is more than one answer holds.
 */
export async function previewSchedule(
  deps: { catalog: Catalog; absences: AbsenceBook },
  asked: PreviewSchedule,
  sight: PreviewSight,
): Promise<SchedulePreview> {
  const window = { from: new Date(asked.from), to: new Date(asked.to) };
  const schedule = await withCalendars(deps, asked.schedule, {
    ...{ window, sight },
  });
  const { asks = 'body' } = sight;
  refuseTooMuch(schedule, window, asks);
  const known = await knownOf(deps.catalog, sight);
  const { shifts, gaps } = laySchedule(
    schedule,
    window.from,
    window.to,
    peopleOf(known.status === 'ok' ? known.index : undefined),
  );
  const { timeZone } = stateAt(schedule, window.from);
  const preview: SchedulePreview = {
    shifts: shifts.map(shift => ({
      ...inWriting(shift, window),
      because: shift.because ?? '',
    })),
    gaps: gaps.map(gap => inWriting(gap, window)),
    doubleBookings: findDoubleBookings(shifts).map(one =>
      inWriting(one, window),
    ),
    unreachable:
      known.status === 'ok'
        ? {
            status: 'ok',
            value: findUnreachable(shifts, addressesIn(known.index)).map(one =>
              inWriting(one, window),
            ),
          }
        : known,
    load: loadOf(shifts, window, () => timeZone),
  };
  if (linesOf(preview) > mostLines) {
    throw new InputError(
      `The ${asks} is not valid: to: the answer would have more than ${mostLines} shifts and remarks; ask for a shorter time`,
    );
  }
  return preview;
}

/** Who may not see people must not learn who is away by asking about made-up schedules. */
async function withCalendars(
  { absences }: { absences: AbsenceBook },
  schedule: ScheduleDefinition,
  about: { window: { from: Date; to: Date }; sight: PreviewSight },
): Promise<ScheduleDefinition> {
  if (!about.sight.people) return schedule;
  const { byUser } = await absences.read();
  return withAbsences(schedule, byUser, about.window);
}

function refuseTooMuch(
  schedule: ScheduleDefinition,
  { from, to }: { from: Date; to: Date },
  asks: string,
): void {
  const { turns } = sizeOf(schedule, from, to);
  if (turns > mostTurns) {
    throw new InputError(
      `The ${asks} is not valid: to: there are up to ${turns} turns until then, and a preview shows at most ${mostTurns}; ask for a shorter time`,
    );
  }
  if (isTooMuch(schedule, from, to)) {
    throw new InputError(
      `The ${asks} is not valid: to: there are too many turns until then for so many people and exceptions at once; ask for a shorter time`,
    );
  }
}

async function knownOf(catalog: Catalog, sight: PreviewSight): Promise<Known> {
  if (!sight.people) {
    const reason = `Seeing who can be paged needs ${onCallReadPermission.name}`;
    return { status: 'hidden', reason };
  }
  try {
    return { status: 'ok', index: await catalog.index() };
  } catch (error) {
    const reason = `${reasonOf(error)}, and it has the addresses.`;
    return { status: 'failed', reason };
  }
}

function linesOf(preview: SchedulePreview): number {
  const { shifts, gaps, doubleBookings, unreachable } = preview;
  const missed =
    unreachable.status === 'ok'
      ? unreachable.value.reduce((sum, { people }) => sum + people.length, 0)
      : 0;
  return shifts.length + gaps.length + doubleBookings.length + missed;
}

/** Instants as text; what has no end ends with the window. */
export function inWriting<T extends { from: Date; to?: Date }>(
  stretch: T,
  window: { to: Date },
): Omit<T, 'from' | 'to'> & { from: string; to: string } {
  const { from, to = window.to, ...rest } = stretch;
  return { ...rest, from: from.toISOString(), to: to.toISOString() };
}
