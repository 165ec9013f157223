import type { Words } from '../translation';
import { describeRecurrence } from './describeRecurrence';
import { en } from './messages';

/** The English words. */
const t = ((key: keyof typeof en, values: Record<string, string> = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{{${name}}}`, value),
    en[key] as string,
  )) as unknown as Words;

describe('a recurrence in words', () => {
  it.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=DAILY;INTERVAL=3', 'every 3 days'],
    ['FREQ=WEEKLY', 'every week'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=5', 'every 2 weeks, 5 times'],
    ['FREQ=WEEKLY;BYDAY=MO,SU', 'every week on Mon, Sun'],
    ['FREQ=MONTHLY', 'every month'],
    ['FREQ=MONTHLY;BYDAY=2SU', 'every month on the second Sun'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Fri'],
    ['FREQ=YEARLY;UNTIL=20301231T235959', 'every year, until Dec 31, 2030'],
    ['FREQ=YEARLY;UNTIL=2030-12-31T23:59:59', 'every year, until Dec 31, 2030'],
  ])('%s: %s', (rule, words) => {
    expect(describeRecurrence(rule, { t, language: 'en' })).toBe(words);
  });

  it.each([
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
    'FREQ=DAILY;BYHOUR=3,15',
    'anything',
  ])('%s stays as it is', rule => {
    expect(describeRecurrence(rule, { t, language: 'en' })).toBe(rule);
  });
});
