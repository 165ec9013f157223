import type {
  ScheduleDetail,
  ScheduleReceipt,
} from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import { changeOf } from './describeEdit';
import { levelsOf, type ScheduleDraft } from './draftSchedule';

type Saved = { draft: ScheduleDraft; from?: string };

/** Creates a schedule, or changes the one that is edited. */
export function useSaveSchedule(about: {
  start: ScheduleDraft;
  schedule?: ScheduleDetail;
}) {
  const { start, schedule } = about;
  return useIncidentsMutation<Saved, ScheduleReceipt>(
    (api, { draft, from }) => {
      if (schedule) {
        const { version, definition } = schedule;
        return api.changeSchedule({
          params: { name: definition.name },
          body: changeOf(draft, { start, version, from }),
        });
      }
      const { title, name, timeZone } = draft;
      return api.createSchedule({
        body: {
          ...{ title: title.trim(), name, timeZone, levels: levelsOf(draft) },
          ...{ revisions: [], overrides: [], swaps: [] },
          ...{ shadows: [], absences: [] },
        },
      });
    },
  );
}
