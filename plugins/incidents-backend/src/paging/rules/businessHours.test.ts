import { areOn, type BusinessHours } from './businessHours';

const work: BusinessHours = {
  ...{ timeZone: 'Asia/Tokyo', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  ...{ from: '09:00', to: '18:00', when: 'inside' },
};
const night: BusinessHours = { ...work, from: '22:00', to: '06:00' };
const whole: BusinessHours = { ...work, from: '08:00', to: '08:00' };
const london: BusinessHours = { ...work, timeZone: 'Europe/London' };

describe('business hours', () => {
  // 2026-11-20 is a Friday; Tokyo is nine hours ahead of UTC.
  it.each([
    ['09:00 on a Friday', work, '2026-11-20T00:00:00Z', true],
    ['a moment before', work, '2026-11-19T23:59:59Z', false],
    ['17:59', work, '2026-11-20T08:59:59Z', true],
    ['18:00', work, '2026-11-20T09:00:00Z', false],
    ['noon on a Saturday', work, '2026-11-21T03:00:00Z', false],
    ['Monday there, Sunday in UTC', work, '2026-11-23T00:00:00Z', true],
    ['23:00 on a Friday night', night, '2026-11-20T14:00:00Z', true],
    ['05:59 after it', night, '2026-11-20T20:59:00Z', true],
    ['06:00 after it', night, '2026-11-20T21:00:00Z', false],
    ['23:00 on a Saturday night', night, '2026-11-21T14:00:00Z', false],
    ['05:00 on a Monday, after Sunday', night, '2026-11-22T20:00:00Z', false],
    ['08:00 on a Friday, all day', whole, '2026-11-19T23:00:00Z', true],
    ['07:59 on the Saturday after', whole, '2026-11-20T22:59:00Z', true],
    ['08:00 on that Saturday', whole, '2026-11-20T23:00:00Z', false],
    ['09:00 in summer time', london, '2026-07-06T08:00:00Z', true],
    ['08:59 in winter time', london, '2026-11-20T08:59:00Z', false],
  ])('at %s', (_, hours, at, inside) => {
    expect(areOn(hours, new Date(at))).toBe(inside);
    expect(areOn({ ...hours, when: 'outside' }, new Date(at))).toBe(!inside);
  });
});
