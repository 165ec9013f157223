import { endpoints } from 'backstage-plugin-incidents-common';
import type { Doors } from '../platform/mount';
import type { Insights } from './index';

export function openInsightDoors(
  doors: Doors,
  { insights }: { insights: Insights },
): void {
  doors.open(endpoints.getOnCallLoad, ({ query }) => insights.load(query));
  doors.open(endpoints.exportOnCallShifts, ({ query }) =>
    insights.shiftsForPay(query),
  );
}
