import {
  endpoints,
  onCallReadPermission,
} from 'backstage-plugin-incidents-common';
import type { Doors } from '../platform/mount';
import type { Paging } from './index';

export function openPagingDoors(
  doors: Doors,
  { paging }: { paging: Paging },
): void {
  doors.open(endpoints.listPages, async ({ params, allows }) =>
    paging.list(params.key, { people: await allows(onCallReadPermission) }),
  );
  doors.open(endpoints.acknowledgePage, async ({ params, actor, allows }) =>
    paging.acknowledge(params.key, {
      ...{ actor, people: await allows(onCallReadPermission) },
    }),
  );
  doors.open(endpoints.handOnPage, async ({ params, body, actor, allows }) =>
    paging.handOn(params.key, {
      ...{ ...body, actor, people: await allows(onCallReadPermission) },
    }),
  );
  doors.open(endpoints.pageSomebody, async ({ params, body, actor, allows }) =>
    paging.pageSomebody(params.key, {
      ...{ ...body, actor, people: await allows(onCallReadPermission) },
    }),
  );
}
