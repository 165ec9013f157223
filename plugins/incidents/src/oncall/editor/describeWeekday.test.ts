import type { Weekday } from 'backstage-plugin-incidents-common';
import { describeWeekday, describeWeekdays } from './describeWeekday';

it.each<[Weekday[], string]>([
  [['mon', 'tue', 'wed', 'thu', 'fri'], 'Mon–Fri'],
  [['sat', 'sun'], 'Sat, Sun'],
  [['fri', 'mon', 'sun', 'sat'], 'Mon, Fri–Sun'],
  [['wed'], 'Wed'],
  [[], ''],
])('%j is %s', (days, words) => {
  expect(describeWeekdays(days, 'en')).toBe(words);
});

it('is in the language of the reader', () => {
  expect(describeWeekday('mon', 'ja', 'long')).toBe('月曜日');
});
