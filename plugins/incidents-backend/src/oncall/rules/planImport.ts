import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import { zoneOf } from '../../platform/calendar/zone';
import { describeEdit } from './describeEdit';
import { editSchedule, stateAt } from './schedule/editSchedule';
import { instantOf } from './schedule/stints';

/** What a schedule becomes, and in sentences what that changes: nothing when it stays as it is. */
export type ImportPlan = { definition: ScheduleDefinition; changes: string[] };

const lists = ['overrides', 'swaps', 'shadows', 'absences'] as const;

/**
 * Makes a schedule what a file says from now on. What was before now stays, whatever the file says about it. Exceptions of the file
 * that are not known and not over are added; those that the file does not have stay, since people make them in the portal.
 */
export function planImport(
  kept: ScheduleDefinition,
  file: ScheduleDefinition,
  now: Date,
): ImportPlan {
  const plans = [entitle, rotate, planAhead, amend];
  return plans.reduce<ImportPlan>(
    ({ definition, changes }, plan) => {
      const next = plan(definition, file, now);
      return {
        definition: next.definition,
        changes: [...changes, ...next.changes],
      };
    },
    { definition: kept, changes: [] },
  );
}

function entitle(
  kept: ScheduleDefinition,
  file: ScheduleDefinition,
): ImportPlan {
  return {
    definition: { ...kept, title: file.title },
    changes:
      kept.title === file.title ? [] : [`The title becomes “${file.title}”.`],
  };
}

/** As it is now; what is planned for later comes next. */
function rotate(
  kept: ScheduleDefinition,
  file: ScheduleDefinition,
  now: Date,
): ImportPlan {
  const changes = describeEdit(stateAt(kept, now), stateAt(file, now));
  if (changes.length === 0) return { definition: kept, changes };
  const planned = laterThan(kept, now);
  const edited = editSchedule(kept, stateAt(file, now), now);
  const revisions = [...edited.revisions, ...planned];
  return { definition: { ...edited, revisions }, changes };
}

function planAhead(
  kept: ScheduleDefinition,
  file: ScheduleDefinition,
  now: Date,
): ImportPlan {
  const planned = laterThan(file, now);
  if (JSON.stringify(laterThan(kept, now)) === JSON.stringify(planned)) {
    return { definition: kept, changes: [] };
  }
  const past = kept.revisions.filter(
    ({ from }) => Date.parse(from) <= now.getTime(),
  );
  const froms = planned.map(({ from }) => from);
  return {
    definition: { ...kept, revisions: [...past, ...planned] },
    changes: [
      froms.length > 0
        ? `What is planned for later becomes the edits of ${froms.join(', ')}.`
        : 'What is planned for later is dropped.',
    ],
  };
}

function laterThan({ revisions }: ScheduleDefinition, now: Date) {
  return revisions.filter(({ from }) => Date.parse(from) > now.getTime());
}

function amend(
  kept: ScheduleDefinition,
  file: ScheduleDefinition,
  now: Date,
): ImportPlan {
  const zone = zoneOf(stateAt(file, now).timeZone);
  const madeAt = now.toISOString();
  const found = lists.map(list => {
    const known = new Set(kept[list].map(({ id }) => id));
    const added = file[list].filter(one => {
      const spans = 'between' in one ? one.between : [one];
      const isOver = spans.every(
        ({ to }) => instantOf(to, zone, 'last') <= now.getTime(),
      );
      return !known.has(one.id) && !one.withdrawnAt && !isOver;
    });
    return { list, added: added.map(one => ({ ...one, madeAt })) };
  });
  const grown = Object.fromEntries(
    found.map(({ list, added }) => [list, [...kept[list], ...added]]),
  );
  return {
    definition: { ...kept, ...grown },
    changes: found
      .filter(({ added }) => added.length > 0)
      .map(
        ({ list, added }) =>
          `New ${list}: ${added.map(({ id }) => id).join(', ')}.`,
      ),
  };
}
