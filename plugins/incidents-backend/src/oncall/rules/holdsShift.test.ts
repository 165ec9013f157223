import { aSchedule, level, people, user } from '../../testing/oncall/aSchedule';
import { holdsShift } from './holdsShift';
import { membersOf } from './membersOf';
import { spanInWords } from './timesInWords';

const at = (day: number, hour = 8) =>
  new Date(Date.UTC(2026, 0, day, hour)).toISOString();
/** Ada from the fifth at nine in Berlin, then Bo, then Cy, each a day. */
const schedule = aSchedule({
  shadows: [
    {
      ...{ id: 's', level: 'Primary', user: user('dee') },
      ...{ from: at(5), to: at(6) },
    },
  ],
  overrides: [
    {
      ...{ id: 'o', kind: 'replace', level: 'Primary', user: user('ada') },
      ...{ replaces: user('bo'), from: at(6), to: at(6, 12) },
    },
  ],
});

describe('somebody has a shift', () => {
  it.each([
    ['which is theirs as a whole', 'ada', at(5), at(6), true],
    ['or a part of it', 'ada', at(5, 10), at(5, 11), true],
    ['or goes on by an override', 'ada', at(5), at(6, 12), true],
    ['but not more than it', 'ada', at(5), at(6, 13), false],
    ['but not before it', 'ada', at(5, 7), at(5, 9), false],
    ['but not what was taken from them', 'bo', at(6), at(6, 12), false],
    ['but the rest of it', 'bo', at(6, 12), at(7), true],
    ['but not where they only come along', 'dee', at(5), at(6), false],
  ])('%s', (...[, name, from, to, holds]) => {
    const who = { level: 'Primary', user: user(name), span: { from, to } };
    expect(holdsShift(schedule, who)).toBe(holds);
    expect(holdsShift(schedule, { ...who, level: 'Backup' })).toBe(false);
  });
});

it('everybody of a schedule is who has turns in it then, each once', () => {
  const before = level('Primary', { participants: people('bo ada') });
  const backup = level('Backup', {
    ...{ name: 'pairs', participants: people('ada cy+dee') },
  });
  const edited = aSchedule({
    levels: [before],
    revisions: [{ from: at(10), timeZone: 'UTC', levels: [before, backup] }],
  });
  expect(membersOf(edited, new Date(at(9)))).toEqual([user('ada'), user('bo')]);
  expect(membersOf(edited, new Date(at(10)))).toEqual(
    ['ada', 'bo', 'cy', 'dee'].map(user),
  );
});

it.each([
  ['Europe/Berlin', 'Mon 5 Jan 09:00 to Tue 6 Jan 01:00 (Europe/Berlin)'],
  ['Asia/Tokyo', 'Mon 5 Jan 17:00 to Tue 6 Jan 09:00 (Asia/Tokyo)'],
])('times are those on the wall of %s', (zone, words) => {
  expect(spanInWords({ from: at(5), to: at(6, 0) }, zone)).toBe(words);
});
