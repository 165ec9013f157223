import { describeDay, describeMoment } from './describeMoment';

const now = new Date(2026, 10, 20, 12, 0);
const at = (day: number, hour: number) =>
  new Date(2026, 10, day, hour, 30).toISOString();

it.each([
  ['today', at(20, 18), 'en', '18:30'],
  ['today before midnight', at(20, 0), 'en', '00:30'],
  ['another day', at(23, 9), 'en', 'Mon, Nov 23, 09:30'],
  ['another day in Japanese', at(23, 9), 'ja', '11月23日(月) 09:30'],
])('says a moment of %s', (_, instant, language, words) => {
  expect(describeMoment(instant, now, language)).toBe(words);
});

it('says a day', () => {
  expect(describeDay(now.getTime(), 'en')).toBe('Nov 20');
});
