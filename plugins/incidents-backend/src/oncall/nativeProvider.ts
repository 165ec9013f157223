import type { OnCallProvider } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import type { Database } from '../platform/database';
import type { AbsenceBook } from './absenceBook';
import { peopleOf } from './people';
import { layAhead, mostAhead } from './rules/layAhead';
import { withAbsences } from './rules/withAbsences';
import { scheduleStore } from './scheduleStore';

/** Answers from the schedules that people keep in the portal: `native:<name of the schedule>`. */
export function createNativeProvider(deps: {
  database: Database;
  catalog: Catalog;
  absences: AbsenceBook;
}): OnCallProvider {
  return {
    id: 'native',
    title: 'Portal schedule',
    async shifts({ target, from }) {
      if (!target) throw new Error('the annotation names no schedule');
      const kept = await scheduleStore.find(deps.database.read, target);
      if (!kept) throw new Error(`there is no schedule "${target}"`);
      const { definition, archivedAt } = kept;
      if (archivedAt) {
        throw new Error(`the schedule "${target}" is in the archive`);
      }
      const index = await deps.catalog.index().catch(() => undefined);
      const personOf = peopleOf(index);
      const { byUser } = await deps.absences.read();
      const told = withAbsences(definition, byUser, mostAhead(from));
      const { shifts, gaps } = layAhead(told, from, { personOf });
      return {
        ...{ subject: definition.name, shifts, gaps },
        because: `The schedule “${definition.title}” has their turns.`,
      };
    },
  };
}
