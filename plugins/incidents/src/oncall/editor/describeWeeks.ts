import type { SchedulePreview } from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';
import { describeFortnight, type Fortnight } from '../describeFortnight';
import { previewWeeks } from './describeEdit';

export type WeeksAbout = {
  preview: SchedulePreview;
  /** The instant that the preview begins with. */
  from: string;
  zone: string;
  now: Date;
  me?: string;
};

/** The four weeks of a preview, each of the seven days from its first day on. */
export function describeWeeks(about: WeeksAbout): Fortnight[] {
  const { preview, from, ...rest } = about;
  const first = DateTime.fromISO(from, { zone: about.zone });
  return Array.from({ length: previewWeeks }, (_, weeks) =>
    describeFortnight({
      ...rest,
      ...{ shifts: preview.shifts, gaps: preview.gaps, dayCount: 7 },
      firstDay: first.plus({ weeks }).toISODate()!,
    }),
  );
}
