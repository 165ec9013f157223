import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import { useLanguage } from 'backstage-plugin-incidents-react';
import { useSearchParams } from 'react-router-dom';
import type { Place } from './describeTimes';
import { zoneAt } from './zoneAt';

export type ChosenPlace = Place & {
  whose: 'mine' | 'schedule';
  zones: { mine: string; schedule: string };
};

/** By whose clock the reader wants to read: their own, unless the address says that of the schedule. */
export function usePlace(schedule: ScheduleDetail, now: Date): ChosenPlace {
  const language = useLanguage();
  const [search] = useSearchParams();
  const whose = search.get('times') === 'schedule' ? 'schedule' : 'mine';
  const zones = {
    mine: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    schedule: zoneAt(schedule.definition, now),
  };
  return { whose, zones, zone: zones[whose], language };
}
