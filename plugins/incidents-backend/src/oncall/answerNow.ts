import type { OnCallLevel } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import { addressesIn, peopleOf } from './people';
import { layAhead } from './rules/layAhead';
import type { LaidSchedule } from './rules/schedule/laySchedule';
import type { KeptSchedule } from './scheduleStore';

/** Who is on call by a schedule now, as the catalog calls them. */
export type AnswerNow = (
  kept: KeptSchedule,
  now: Date,
  index: CatalogIndex | undefined,
) => { levels: OnCallLevel[]; was: 'known' | 'laid' };

type Known = {
  of: Pick<KeptSchedule, 'version' | 'updatedAt'>;
  index: CatalogIndex | undefined;
  from: number;
  to: number;
  levels: OnCallLevel[];
};

/**
 * Lays a schedule, and keeps the answer until somebody hands over, the schedule is written, or the catalog is read again. Another
 * replica that writes it changes its version, which is read with each question.
 */
export function createAnswerNow(): AnswerNow {
  const answers = new Map<string, Known>();
  return ({ definition, version, updatedAt }, now, index) => {
    const at = now.getTime();
    const known = answers.get(definition.name);
    const isSame =
      known?.of.version === version && known.of.updatedAt === updatedAt;
    if (isSame && known.index === index && known.from <= at && at < known.to) {
      return { levels: known.levels, was: 'known' };
    }
    const laid = layAhead(definition, now, {
      personOf: peopleOf(index),
      ...(index && { whyUnreachable: addressesIn(index) }),
    });
    const { levels } = laid;
    answers.set(definition.name, {
      ...{ of: { version, updatedAt }, index, levels },
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
