import type { DutySchedule, DutyShift } from '../../oncall';
import { sleepZone } from './sleepZone';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const shift = (schedule: string, from: number, to: number): DutyShift => ({
  ...{ schedule, level: 1, levelName: 'Primary', from: at(from), to: at(to) },
  person: { ref: 'user:default/ada', displayName: 'Ada' },
});
const schedules: DutySchedule[] = [
  { name: 'a', title: 'A', timeZone: 'Asia/Tokyo' },
  { name: 'b', title: 'B', timeZone: 'Europe/Berlin' },
];

describe('sleepZone', () => {
  it.each<[string, string | undefined, DutyShift[], string]>([
    ['their own', ' Asia/Kolkata ', [shift('a', 0, 8)], 'person Asia/Kolkata'],
    ['not one that is none', 'Mars', [shift('a', 0, 8)], 'schedule Asia/Tokyo'],
    [
      'nor an offset',
      '+09:00 UTC',
      [shift('b', 0, 8)],
      'schedule Europe/Berlin',
    ],
    ['nor nothing', '', [shift('a', 0, 8)], 'schedule Asia/Tokyo'],
    [
      'that of the schedule on which they are longest',
      undefined,
      [shift('a', 0, 4), shift('b', 4, 7), shift('b', 8, 10)],
      'schedule Europe/Berlin',
    ],
    [
      'of two that are as long the first by name',
      undefined,
      [shift('b', 0, 4), shift('a', 4, 8)],
      'schedule Asia/Tokyo',
    ],
    ['that of everybody, of who is on none', undefined, [], 'utc UTC'],
  ])('is %s', (_, own, shifts, expected) => {
    const { timeZone, timeZoneOf } = sleepZone(own, shifts, schedules);
    expect(`${timeZoneOf} ${timeZone}`).toBe(expected);
  });
});
