import { describeDate, describeTimes } from './describeTimes';

const shift = {
  from: '2026-11-19T08:00:00.000Z',
  to: '2026-11-20T08:00:00.000Z',
};
const hours = { ...shift, to: '2026-11-19T16:30:00.000Z' };

it.each([
  ['short', shift, 'UTC', 'Thu 08:00 – Fri 08:00'],
  ['short', shift, 'Asia/Tokyo', 'Thu 17:00 – Fri 17:00'],
  ['short', hours, 'UTC', 'Thu 08:00 – 16:30'],
  ['short', hours, 'Asia/Tokyo', 'Thu 17:00 – Fri 01:30'],
  ['long', shift, 'UTC', 'Thu, Nov 19, 08:00 – Fri, Nov 20, 08:00'],
  ['long', hours, 'UTC', 'Thu, Nov 19, 08:00 – 16:30'],
] as const)('times are %s (%#)', (length, times, zone, text) => {
  expect(describeTimes(times, { zone, language: 'en' }, length)).toBe(text);
});

it('a day is that of the calendar, wherever the reader is', () => {
  expect(describeDate('2026-11-19', 'en')).toBe('Thu, Nov 19');
  expect(describeDate('2026-11-19', 'ja')).toBe('11月19日(木)');
});
