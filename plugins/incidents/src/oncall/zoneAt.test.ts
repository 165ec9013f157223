import { aSchedule } from './testing/aShift';
import { zoneAt } from './zoneAt';

const { definition } = aSchedule();
const revisions = [
  { from: '2026-11-20T00:00:00Z', timeZone: 'Asia/Tokyo', levels: [] },
  { from: '2026-11-22T00:00:00Z', timeZone: 'UTC', levels: [] },
];

it.each([
  ['before the first edit', '2026-11-19T23:59:59Z', 'Europe/Berlin'],
  ['from an edit on', '2026-11-20T00:00:00Z', 'Asia/Tokyo'],
  ['after the last edit', '2026-12-01T00:00:00Z', 'UTC'],
])('the zone is that of the schedule %s', (_, now, zone) => {
  expect(zoneAt({ ...definition, revisions }, new Date(now))).toBe(zone);
});
