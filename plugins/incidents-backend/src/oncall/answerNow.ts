import type { OnCallLevel } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import { addressesIn, peopleOf } from './people';
import type { KnownAbsences } from './absenceBook';
import { layAhead, mostAhead } from './rules/layAhead';
import { withAbsences } from './rules/withAbsences';
import type { LaidSchedule } from './rules/schedule/laySchedule';
import type { KeptSchedule } from './scheduleStore';

/** Who is on call by a schedule now, as the catalog calls them. */
export type AnswerNow = (
  kept: KeptSchedule,
  now: Date,
  known: { index: CatalogIndex | undefined; absences: KnownAbsences },
) => { levels: OnCallLevel[]; was: 'known' | 'laid' };

type Known = {
  of: Pick<KeptSchedule, 'version' | 'updatedAt'>;
  index: CatalogIndex | undefined;
  stamp: string;
  from: number;
  to: number;
  levels: OnCallLevel[];
};

/**
 * Lays a schedule, and keeps the answer until somebody hands over, the schedule is written, the catalog is read again, or a calendar
 * says something else of who is absent. Another
 * replica that writes it changes its version, which is read with each question.
 */
export function createAnswerNow(): AnswerNow {
  const answers = new Map<string, Known>();
  return ({ definition, version, updatedAt }, now, { index, absences }) => {
    const at = now.getTime();
    const known = answers.get(definition.name);
    const { stamp, byUser } = absences;
    const isSame =
      known?.of.version === version && known.of.updatedAt === updatedAt;
    const isNew = known?.index !== index || known?.stamp !== stamp;
    if (isSame && !isNew && known.from <= at && at < known.to) {
      return { levels: known.levels, was: 'known' };
    }
    const told = withAbsences(definition, byUser, mostAhead(now));
    const laid = layAhead(told, now, {
      personOf: peopleOf(index),
      ...(index && { whyUnreachable: addressesIn(index) }),
    });
    const { levels } = laid;
    answers.set(definition.name, {
      ...{ of: { version, updatedAt }, index, stamp, levels },
      ...{ from: at, to: nextChange(laid, at) },
    });
    return { levels, was: 'laid' };
  };
}

function nextChange({ shifts, gaps }: LaidSchedule, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { from, to } of [...shifts, ...gaps]) {
    for (const edge of [from.getTime(), to?.getTime() ?? next]) {
      if (at < edge && edge < next) next = edge;
    }
  }
  return next;
}
