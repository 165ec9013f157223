import {
  endpoints,
  onCallReadPermission,
} from 'backstage-plugin-incidents-common';
import type { Doors } from '../platform/mount';
import type { OnCall } from './index';

export function openOnCallDoors(
  doors: Doors,
  { oncall }: { oncall: OnCall },
): void {
  doors.open(endpoints.previewSchedule, async ({ body, allows }) =>
    oncall.preview(body, { people: await allows(onCallReadPermission) }),
  );
}
