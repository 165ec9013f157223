import { settings, zoneNames } from '../../testing/oncall/anySchedule';
import { wallClock } from '../../testing/oncall/told';
import { zoneOf } from './zone';

const minute = 60_000;
const iso = (instant: number) =>
  new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
const wall = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);

describe('what the wall shows', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29 00:59', '2026-03-29 01:59'],
    ['Europe/Berlin', '2026-03-29 01:00', '2026-03-29 03:00'],
    ['Europe/Berlin', '2026-10-25 00:59', '2026-10-25 02:59'],
    ['Europe/Berlin', '2026-10-25 01:00', '2026-10-25 02:00'],
    ['America/New_York', '2026-01-01 00:00', '2025-12-31 19:00'],
    ['Pacific/Apia', '2011-12-30 09:59', '2011-12-29 23:59'],
    ['Pacific/Apia', '2011-12-30 10:00', '2011-12-31 00:00'],
    ['Asia/Kathmandu', '2026-01-01 00:00', '2026-01-01 05:45'],
    ['UTC', '2099-12-31 23:59', '2099-12-31 23:59'],
    ['Pacific/Kiritimati', '2025-12-31 10:00', '2026-01-01 00:00'],
    ['Etc/GMT+12', '2026-01-01 00:00', '2025-12-31 12:00'],
  ])('in %s at %s UTC is %s', (timeZone, instant, shown) => {
    expect(iso(zoneOf(timeZone).wallAt(wall(instant)))).toBe(shown);
  });
});

describe('when the wall shows it', () => {
  it.each([
    ['once', 'Europe/Berlin', '2026-03-29 01:59', ['2026-03-29 00:59']],
    ['never', 'Europe/Berlin', '2026-03-29 02:00', ['2026-03-29 01:00']],
    ['never', 'Europe/Berlin', '2026-03-29 02:59', ['2026-03-29 01:00']],
    ['once', 'Europe/Berlin', '2026-03-29 03:00', ['2026-03-29 01:00']],
    [
      'twice',
      'Europe/Berlin',
      '2026-10-25 02:00',
      ['2026-10-25 00:00', '2026-10-25 01:00'],
    ],
    [
      'twice',
      'Europe/Berlin',
      '2026-10-25 02:59',
      ['2026-10-25 00:59', '2026-10-25 01:59'],
    ],
    ['once', 'Europe/Berlin', '2026-10-25 03:00', ['2026-10-25 02:00']],
    ['never', 'Pacific/Apia', '2011-12-30 12:00', ['2011-12-30 10:00']],
    [
      'twice',
      'America/Havana',
      '2026-11-01 00:30',
      ['2026-11-01 04:30', '2026-11-01 05:30'],
    ],
    ['never', 'Asia/Beirut', '2026-03-29 00:30', ['2026-03-28 22:00']],
    ['once', 'America/New_York', '2025-12-31 23:59', ['2026-01-01 04:59']],
    ['once', 'Asia/Tokyo', '2026-01-01 00:00', ['2025-12-31 15:00']],
  ])('%s in %s: %s', (_, timeZone, shown, [first, last = first]) => {
    const zone = zoneOf(timeZone);
    expect(iso(zone.first(wall(shown)))).toBe(first);
    expect(iso(zone.last(wall(shown)))).toBe(last);
  });
});

describe('every zone that there is', () => {
  // Each has some of the years from 2000 to 2040, and all of them in a longer run.
  const every = (settings(1).numRuns ?? 1) > 1 ? 1 : 8;
  const years = Array.from({ length: 41 }, (_, i) => 2000 + i);

  it('has many, and most of them change their clocks', () => {
    expect(zoneNames.length).toBeGreaterThan(400);
  });

  it('shows before and after each change what Intl shows', () => {
    const wrong = zoneNames.flatMap((timeZone, i) => {
      const zone = zoneOf(timeZone);
      const clock = wallClock(timeZone);
      const shown = (instant: number) =>
        iso(zone.wallAt(instant)) === clock(instant).text.replace('T', ' ');
      return years
        .filter(year => (year + i) % every === 0)
        .flatMap(year =>
          zone
            .stretches(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))
            .flatMap(({ from, to }) => [from, to - minute]),
        )
        .filter(instant => !shown(instant))
        .map(instant => `${timeZone} ${iso(instant)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('takes a time that is not there to the change, and both of one that is there twice', () => {
    const wrong = zoneNames.flatMap((timeZone, i) => {
      const zone = zoneOf(timeZone);
      return years
        .filter(year => (year + i) % every === 0)
        .flatMap(year => {
          const stretches = zone.stretches(
            Date.UTC(year, 0, 1),
            Date.UTC(year + 1, 0, 1),
          );
          return stretches.slice(1).filter(({ from, offset }, n) => {
            const before = stretches[n].offset;
            const middle = from + (before + offset) / 2;
            const [first, last] = [zone.first(middle), zone.last(middle)];
            return before < offset
              ? first !== from || last !== from
              : first !== middle - before || last !== middle - offset;
          });
        })
        .map(({ from }) => `${timeZone} ${iso(from)}`);
    });
    expect(wrong).toEqual([]);
  });
});
