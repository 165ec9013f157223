import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import { AccessPanel } from './AccessPanel';
import type { Place } from './describeTimes';
import { RequestsPanel } from './RequestsPanel';

export type ShiftWorkProps = {
  schedule: ScheduleDetail;
  place: Place;
  now: Date;
};

/** What people have to do with their shifts of a schedule in use. */
export function ShiftWork({ schedule, place, now }: ShiftWorkProps) {
  if (schedule.archivedAt) return null;
  return (
    <>
      <AccessPanel {...{ schedule, place }} />
      <RequestsPanel {...{ schedule, place, now }} />
    </>
  );
}
