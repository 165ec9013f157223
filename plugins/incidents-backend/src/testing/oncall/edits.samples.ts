import type { ScheduleInput } from 'backstage-plugin-incidents-common';
import type { Example } from './examples';
import { aSchedule, level, people, type RotationInput } from './aSchedule';

const timeZone = 'Europe/Berlin';
type About = Partial<RotationInput>;

/** From noon of a day on, the rotation is something else. */
const from = (
  day: string,
  about: About,
): NonNullable<ScheduleInput['revisions']>[number] => ({
  from: `${day}T11:00:00.000Z`,
  timeZone,
  levels: [level('Primary', { name: 'daily', ...about })],
});

const edited = (day: string, about: About, before: About = {}) =>
  aSchedule({ revisions: [from(day, about)] }, before);

const days = { from: '2026-01-05T09:00', to: '2026-01-10T09:00' };

/** What was stays, and who has the turn finishes it. */
export const edits: Example[] = [
  {
    says: 'an edit that changes nothing',
    given: edited('2026-01-06', {}),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 ada, Fri 9 09:00 bo',
  },
  {
    says: 'dee is added at the end during the turn of bo',
    given: edited('2026-01-06', { participants: people('ada bo cy dee') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 dee, Fri 9 09:00 ada',
  },
  {
    says: 'dee is added before bo, who has the turn and keeps it',
    given: edited('2026-01-06', { participants: people('ada dee bo cy') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 ada, Fri 9 09:00 dee',
  },
  {
    says: 'dee is added behind bo, and is next',
    given: edited('2026-01-06', { participants: people('ada bo dee cy') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 dee, Thu 8 09:00 cy, Fri 9 09:00 ada',
  },
  {
    says: 'cy, who would be next, is taken out',
    given: edited('2026-01-06', { participants: people('ada bo') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 ada, Thu 8 09:00 bo, Fri 9 09:00 ada',
  },
  {
    says: 'ada, whose turn is over, is taken out',
    given: edited('2026-01-06', { participants: people('bo cy') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 bo, Fri 9 09:00 cy',
  },
  {
    says: 'bo, who has the turn, is taken out: cy has the rest of it and then her own',
    given: edited('2026-01-06', { participants: people('ada cy') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 cy, Wed 7 09:00 cy, Thu 8 09:00 ada, Fri 9 09:00 cy',
  },
  {
    says: 'bo and cy are taken out: ada has the rest of the turn and the next',
    given: edited('2026-01-06', { participants: people('ada') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 ada, Wed 7 09:00 ada, Thu 8 09:00 ada, Fri 9 09:00 ada',
  },
  {
    says: 'all are exchanged: the first of the new ones begins at once',
    given: edited('2026-01-06', { participants: people('dee eve') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 dee, Wed 7 09:00 eve, Thu 8 09:00 dee, Fri 9 09:00 eve',
  },
  {
    says: 'all are taken out',
    given: edited('2026-01-06', { participants: [] }),
    ...days,
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 –',
  },
  {
    says: 'the order is turned round: after bo, who has the turn, comes ada',
    given: edited('2026-01-06', { participants: people('cy bo ada') }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 ada, Thu 8 09:00 cy, Fri 9 09:00 bo',
  },
  {
    says: 'people are put into a rotation that had none',
    given: edited('2026-01-06', {}, { participants: [] }),
    ...days,
    tells:
      'Mon 5 09:00 –, Tue 6 12:00 ada, Wed 7 09:00 bo, Thu 8 09:00 cy, Fri 9 09:00 ada',
  },
  {
    says: 'a user joins a shared turn: not before the next one of them',
    given: edited(
      '2026-01-05',
      {
        participants: [
          { name: 'pair', users: ['user:default/ada', 'user:default/dee'] },
          'user:default/bo',
        ],
      },
      {
        participants: [
          { name: 'pair', users: ['user:default/ada'] },
          'user:default/bo',
        ],
      },
    ),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 ada+dee, Thu 8 09:00 bo, Fri 9 09:00 ada+dee',
  },
  {
    says: 'a user leaves a shared turn at once',
    given: edited(
      '2026-01-05',
      {
        participants: [
          { name: 'pair', users: ['user:default/ada'] },
          'user:default/bo',
        ],
      },
      {
        participants: [
          { name: 'pair', users: ['user:default/ada', 'user:default/dee'] },
          'user:default/bo',
        ],
      },
    ),
    ...days,
    tells:
      'Mon 5 09:00 ada+dee, Mon 5 12:00 ada, Tue 6 09:00 bo, Wed 7 09:00 ada, Thu 8 09:00 bo, Fri 9 09:00 ada',
  },
  {
    says: 'a later hand-off: bo finishes his turn at 18:00',
    given: edited('2026-01-06', { handoff: { time: '18:00' } }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 bo, Tue 6 18:00 cy, Wed 7 18:00 ada, Thu 8 18:00 bo, Fri 9 18:00 cy',
  },
  {
    says: 'from days to weeks: bo has the rest of the week',
    given: edited('2026-01-06', {
      turn: { every: 1, unit: 'weeks' },
      handoff: { time: '09:00', weekday: 'mon' },
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-20T09:00',
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 bo, Mon 12 09:00 cy, Mon 19 09:00 ada',
  },
  {
    says: 'from weeks to days: ada hands over the next morning',
    given: edited(
      '2026-01-07',
      {},
      { turn: { every: 1, unit: 'weeks' }, handoff: { time: '09:00' } },
    ),
    ...days,
    tells: 'Mon 5 09:00 ada, Wed 7 12:00 ada, Thu 8 09:00 bo, Fri 9 09:00 cy',
  },
  {
    says: 'windows are added',
    given: edited('2026-01-06', {
      windows: [{ days: ['tue', 'wed'], from: '09:00', to: '17:00' }],
    }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 bo, Tue 6 17:00 –, Wed 7 09:00 cy, Wed 7 17:00 –',
  },
  {
    says: 'windows are taken away',
    given: edited(
      '2026-01-06',
      {},
      { windows: [{ days: ['mon', 'tue'], from: '09:00', to: '17:00' }] },
    ),
    ...days,
    tells:
      'Mon 5 09:00 ada, Mon 5 17:00 –, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 ada, Fri 9 09:00 bo',
  },
  {
    says: 'two edits during one turn',
    given: aSchedule({
      revisions: [
        from('2026-01-06', { participants: people('ada bo dee cy') }),
        {
          ...from('2026-01-06', { participants: people('ada bo eve cy') }),
          from: '2026-01-06T15:00:00.000Z',
        },
      ],
    }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 eve, Thu 8 09:00 cy, Fri 9 09:00 ada',
  },
  {
    says: 'an edit at the very hand-off: the turn that begins is finished',
    given: aSchedule({
      revisions: [
        {
          ...from('2026-01-06', { participants: people('ada dee bo cy') }),
          from: '2026-01-06T08:00:00.000Z',
        },
      ],
    }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 ada, Fri 9 09:00 dee',
  },
  {
    says: 'an edit before the start is as if it had always been so',
    given: edited('2026-01-02', { participants: people('dee eve') }),
    ...days,
    tells:
      'Mon 5 09:00 dee, Tue 6 09:00 eve, Wed 7 09:00 dee, Thu 8 09:00 eve, Fri 9 09:00 dee',
  },
  {
    says: 'a start that is put off ends the turn, and the next begins then',
    given: edited('2026-01-06', { startsAt: '2026-01-08' }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 –, Thu 8 09:00 cy, Fri 9 09:00 ada',
  },
  {
    says: 'an end is put off, and the order goes on as if it had never been',
    given: edited(
      '2026-01-06',
      { endsAt: '2026-01-09T09:00' },
      { endsAt: '2026-01-07T09:00' },
    ),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy, Thu 8 09:00 ada, Fri 9 09:00 –',
  },
  {
    says: 'a rotation that is taken out and put back begins again with the first',
    given: aSchedule({
      revisions: [
        {
          ...from('2026-01-06', {}),
          levels: [level('Primary')],
        },
        from('2026-01-07', {}),
      ],
    }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 –, Wed 7 12:00 ada, Thu 8 09:00 bo, Fri 9 09:00 cy',
  },
  {
    says: 'a rotation of another name begins with its first',
    given: edited('2026-01-06', { name: 'another' }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 ada, Wed 7 09:00 bo, Thu 8 09:00 cy, Fri 9 09:00 ada',
  },
  {
    says: 'a rotation above the others is added, and leaves them their order',
    given: aSchedule({
      revisions: [
        {
          ...from('2026-01-06', {}),
          levels: [
            level(
              'Primary',
              {},
              {
                name: 'above',
                participants: people('dee'),
                priority: 1,
                startsAt: '2026-01-07',
                endsAt: '2026-01-08T09:00',
              },
            ),
          ],
        },
      ],
    }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 dee, Thu 8 09:00 ada, Fri 9 09:00 bo',
  },
  {
    says: 'the schedule moves to New York: hand-off at 09:00 there is 15:00 here',
    given: aSchedule({
      revisions: [{ ...from('2026-01-06', {}), timeZone: 'America/New_York' }],
    }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 bo, Tue 6 12:00 bo, Tue 6 15:00 cy, Wed 7 15:00 ada, Thu 8 15:00 bo, Fri 9 15:00 cy',
  },
  {
    says: 'an absence during an edited turn: cy, who was next, still stands in',
    given: aSchedule({
      revisions: [
        from('2026-01-06', { participants: people('ada bo dee cy') }),
      ],
      absences: [
        {
          id: '1',
          user: 'user:default/bo',
          from: '2026-01-06T09:00',
          to: '2026-01-06T18:00',
        },
      ],
    }),
    ...days,
    tells:
      'Mon 5 09:00 ada, Tue 6 09:00 cy, Tue 6 18:00 bo, Wed 7 09:00 dee, Thu 8 09:00 cy, Fri 9 09:00 ada',
  },
];
