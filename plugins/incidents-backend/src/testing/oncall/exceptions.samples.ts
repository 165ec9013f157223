import type { Example } from './examples';
import { aSchedule, level, people, user } from './aSchedule';

let count = 0;
const amendment = (name: string, from: string, to: string) => {
  count++;
  return { id: `${count}`, user: user(name), from, to };
};
const ofLevel = (...about: Parameters<typeof amendment>) => ({
  ...amendment(...about),
  level: 'Primary',
});
const replace = (...about: Parameters<typeof amendment>) => ({
  ...ofLevel(...about),
  kind: 'replace' as const,
});
const add = (...about: Parameters<typeof amendment>) => ({
  ...ofLevel(...about),
  kind: 'add' as const,
});
const remove = (...about: Parameters<typeof amendment>) => ({
  ...ofLevel(...about),
  kind: 'remove' as const,
});
const shadow = ofLevel;
const absence = amendment;

type Half = [name: string, from: string, to: string];

const swap = (...halves: [Half, Half]) => {
  count++;
  const [a, b] = halves.map(([name, from, to]) => ({
    ...{ user: user(name), from, to },
  }));
  return { id: `${count}`, between: [a, b] as [typeof a, typeof b] };
};

const twoLevels = [
  level('Primary', {}),
  level('Backup', { name: 'backup', participants: people('bo cy ada') }),
];

/** Exceptions from a rotation of ada, bo and cy, who change at 09:00. */
export const exceptions: Example[] = [
  {
    says: 'dee replaces whoever is on call',
    given: aSchedule({
      overrides: [replace('dee', '2026-01-05T12:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 dee, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'dee replaces over a hand-off',
    given: aSchedule({
      overrides: [replace('dee', '2026-01-05T21:00', '2026-01-06T12:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 21:00 dee, Tue 6 09:00 dee, Tue 6 12:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'dee replaces only ada, and bo keeps the turn',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T21:00', '2026-01-06T12:00'),
          replaces: user('ada'),
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Mon 5 21:00 dee, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'to replace somebody who is not on call changes nothing',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T12:00', '2026-01-06T09:00'),
          replaces: user('cy'),
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'to replace somebody by themselves changes nothing',
    given: aSchedule({
      overrides: [
        {
          ...replace('ada', '2026-01-05T12:00', '2026-01-06T09:00'),
          replaces: user('ada'),
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'to replace everybody by who is on call keeps them',
    given: aSchedule({
      overrides: [replace('ada', '2026-01-05T12:00', '2026-01-06T12:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 ada, Tue 6 12:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'dee replaces nobody before the start, and so fills the gap',
    given: aSchedule({
      overrides: [replace('dee', '2026-01-04T12:00', '2026-01-05T10:00')],
    }),
    from: '2026-01-04T09:00',
    to: '2026-01-05T12:00',
    tells: 'Sun 4 09:00 –, Sun 4 12:00 dee, Mon 5 09:00 dee, Mon 5 10:00 ada',
  },
  {
    says: 'dee is added',
    given: aSchedule({
      overrides: [add('dee', '2026-01-05T12:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 ada+dee, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'dee is added where nobody is on call',
    given: aSchedule({
      overrides: [add('dee', '2026-01-04T12:00', '2026-01-04T18:00')],
    }),
    from: '2026-01-04T09:00',
    to: '2026-01-05T12:00',
    tells: 'Sun 4 09:00 –, Sun 4 12:00 dee, Sun 4 18:00 –, Mon 5 09:00 ada',
  },
  {
    says: 'to add who is on call changes nothing',
    given: aSchedule({
      overrides: [add('ada', '2026-01-05T12:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'to add bo brings his turn forward, beside ada',
    given: aSchedule({
      overrides: [add('bo', '2026-01-05T12:00', '2026-01-06T12:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 ada+bo, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'ada is taken off, and nobody is on call',
    given: aSchedule({
      overrides: [remove('ada', '2026-01-05T12:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 –, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'to take off somebody else changes nothing',
    given: aSchedule({
      overrides: [remove('bo', '2026-01-05T12:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'ada is taken off and dee added: the later word does not matter here',
    given: aSchedule({
      overrides: [
        remove('ada', '2026-01-05T12:00', '2026-01-05T18:00'),
        add('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 dee, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'of two who replace everybody the later made counts',
    given: aSchedule({
      overrides: [
        {
          ...replace('eve', '2026-01-05T12:00', '2026-01-05T20:00'),
          madeAt: '2026-01-02T00:00:00.000Z',
        },
        {
          ...replace('dee', '2026-01-05T10:00', '2026-01-05T18:00'),
          madeAt: '2026-01-03T00:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 10:00 dee, Mon 5 12:00 dee, Mon 5 18:00 eve, Mon 5 20:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'the same in the other order of the list',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T10:00', '2026-01-05T18:00'),
          madeAt: '2026-01-03T00:00:00.000Z',
        },
        {
          ...replace('eve', '2026-01-05T12:00', '2026-01-05T20:00'),
          madeAt: '2026-01-02T00:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 10:00 dee, Mon 5 12:00 dee, Mon 5 18:00 eve, Mon 5 20:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'dee replaces ada, then eve replaces dee',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T12:00', '2026-01-05T20:00'),
          replaces: user('ada'),
          madeAt: '2026-01-02T00:00:00.000Z',
        },
        {
          ...replace('eve', '2026-01-05T14:00', '2026-01-05T16:00'),
          replaces: user('dee'),
          madeAt: '2026-01-03T00:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 dee, Mon 5 14:00 eve, Mon 5 16:00 dee, Mon 5 20:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an override of another level does not touch this one',
    given: aSchedule({
      levels: twoLevels,
      overrides: [
        {
          ...add('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
          level: 'Backup',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an override of the second level',
    given: aSchedule({
      levels: twoLevels,
      overrides: [
        {
          ...add('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
          level: 'Backup',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    level: 2,
    tells:
      'Mon 5 09:00 bo, Mon 5 12:00 bo+dee, Mon 5 18:00 bo, Tue 6 09:00 cy, Wed 7 09:00 ada',
  },
  {
    says: 'an override that is withdrawn before it begins',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
          withdrawnAt: '2026-01-04T00:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an override that is withdrawn at 15:00 stays in what was',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
          withdrawnAt: '2026-01-05T14:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 dee, Mon 5 15:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an override that is made at 15:00 changes nothing before',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
          madeAt: '2026-01-05T14:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 15:00 dee, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'ada and bo swap their days',
    given: aSchedule({
      swaps: [
        swap(
          ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
          ['bo', '2026-01-06T09:00', '2026-01-07T09:00'],
        ),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 bo, Tue 6 09:00 ada, Wed 7 09:00 cy',
  },
  {
    says: 'ada and cy swap days, bo keeps his',
    given: aSchedule({
      swaps: [
        swap(
          ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
          ['cy', '2026-01-07T09:00', '2026-01-08T09:00'],
        ),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 cy, Tue 6 09:00 bo, Wed 7 09:00 ada',
  },
  {
    says: 'ada gives some hours for some others',
    given: aSchedule({
      swaps: [
        swap(
          ['ada', '2026-01-05T18:00', '2026-01-05T22:00'],
          ['bo', '2026-01-06T18:00', '2026-01-06T22:00'],
        ),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 18:00 bo, Mon 5 22:00 ada, Tue 6 09:00 bo, Tue 6 18:00 ada, Tue 6 22:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'a swap of hours in which they are not on call changes nothing',
    given: aSchedule({
      swaps: [
        swap(
          ['ada', '2026-01-06T12:00', '2026-01-06T18:00'],
          ['bo', '2026-01-05T12:00', '2026-01-05T18:00'],
        ),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'ada and dee, who is in no rotation, swap: dee comes for ada',
    given: aSchedule({
      swaps: [
        swap(
          ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
          ['dee', '2026-01-09T09:00', '2026-01-10T09:00'],
        ),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 dee, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'two who are on call together swap, and nothing changes',
    given: aSchedule(
      {
        swaps: [
          swap(
            ['ada', '2026-01-05T12:00', '2026-01-05T18:00'],
            ['bo', '2026-01-05T12:00', '2026-01-05T18:00'],
          ),
        ],
      },
      { participants: people('ada+bo') },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-06T09:00',
    tells: 'Mon 5 09:00 ada+bo, Mon 5 12:00 ada+bo, Mon 5 18:00 ada+bo',
  },
  {
    says: 'a swap within one level of two',
    given: aSchedule({
      levels: twoLevels,
      swaps: [
        {
          ...swap(
            ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
            ['bo', '2026-01-06T09:00', '2026-01-07T09:00'],
          ),
          level: 'Backup',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'a swap to which the other is absent is off for so long',
    given: aSchedule({
      swaps: [
        swap(
          ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
          ['bo', '2026-01-06T09:00', '2026-01-07T09:00'],
        ),
      ],
      absences: [absence('bo', '2026-01-05T12:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 bo, Mon 5 12:00 ada, Mon 5 18:00 bo, Tue 6 09:00 ada, Wed 7 09:00 cy',
  },
  {
    says: 'bo is absent on the day that ada took from him by a swap',
    given: aSchedule({
      swaps: [
        swap(
          ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
          ['bo', '2026-01-06T09:00', '2026-01-07T09:00'],
        ),
      ],
      absences: [absence('bo', '2026-01-06T00:00', '2026-01-08T00:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 bo, Tue 6 00:00 ada, Tue 6 09:00 ada, Wed 7 09:00 cy',
  },
  {
    says: 'ada is absent, and dee comes for her: bo need not stand in',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T09:00', '2026-01-05T15:00'),
          replaces: user('ada'),
        },
      ],
      absences: [absence('ada', '2026-01-05T00:00', '2026-01-06T00:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-06T12:00',
    tells: 'Mon 5 09:00 dee, Mon 5 15:00 bo, Tue 6 00:00 ada, Tue 6 09:00 bo',
  },
  {
    says: 'ada is absent, and so is dee, who was to come for her: bo stands in',
    given: aSchedule({
      overrides: [
        {
          ...replace('dee', '2026-01-05T09:00', '2026-01-05T21:00'),
          replaces: user('ada'),
        },
      ],
      absences: [
        absence('ada', '2026-01-05T00:00', '2026-01-06T00:00'),
        absence('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-06T12:00',
    tells:
      'Mon 5 09:00 dee, Mon 5 12:00 bo, Mon 5 18:00 dee, Mon 5 21:00 bo, Tue 6 00:00 ada, Tue 6 09:00 bo',
  },
  {
    says: 'a swap that is overridden later',
    given: aSchedule({
      swaps: [
        {
          ...swap(
            ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
            ['bo', '2026-01-06T09:00', '2026-01-07T09:00'],
          ),
          madeAt: '2026-01-02T00:00:00.000Z',
        },
      ],
      overrides: [
        {
          ...replace('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
          replaces: user('bo'),
          madeAt: '2026-01-03T00:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 bo, Mon 5 12:00 dee, Mon 5 18:00 bo, Tue 6 09:00 ada, Wed 7 09:00 cy',
  },
  {
    says: 'an override before a swap: bo comes for nobody, since dee stands there',
    given: aSchedule({
      swaps: [
        {
          ...swap(
            ['ada', '2026-01-05T09:00', '2026-01-06T09:00'],
            ['bo', '2026-01-06T09:00', '2026-01-07T09:00'],
          ),
          madeAt: '2026-01-03T00:00:00.000Z',
        },
      ],
      overrides: [
        {
          ...replace('dee', '2026-01-05T12:00', '2026-01-05T18:00'),
          replaces: user('ada'),
          madeAt: '2026-01-02T00:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 bo, Mon 5 12:00 dee, Mon 5 18:00 bo, Tue 6 09:00 ada, Wed 7 09:00 cy',
  },
  {
    says: 'dee comes along with whoever is on call',
    given: aSchedule({
      shadows: [shadow('dee', '2026-01-05T12:00', '2026-01-06T12:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 (dee)+ada, Tue 6 09:00 (dee)+bo, Tue 6 12:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'dee comes along with ada only',
    given: aSchedule({
      shadows: [
        {
          ...shadow('dee', '2026-01-05T12:00', '2026-01-06T12:00'),
          follows: user('ada'),
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 (dee)+ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'a shadow who is on call is no shadow',
    given: aSchedule({
      shadows: [shadow('bo', '2026-01-05T12:00', '2026-01-06T12:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 (bo)+ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'a shadow does not fill a gap',
    given: aSchedule({
      shadows: [shadow('dee', '2026-01-04T12:00', '2026-01-05T12:00')],
    }),
    from: '2026-01-04T09:00',
    to: '2026-01-05T18:00',
    tells: 'Sun 4 09:00 –, Mon 5 09:00 (dee)+ada, Mon 5 12:00 ada',
  },
  {
    says: 'a shadow who is absent',
    given: aSchedule({
      shadows: [shadow('dee', '2026-01-05T12:00', '2026-01-06T12:00')],
      absences: [absence('dee', '2026-01-05T15:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 (dee)+ada, Mon 5 15:00 ada, Mon 5 18:00 (dee)+ada, Tue 6 09:00 (dee)+bo, Tue 6 12:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'ada is absent, and bo, who is next, stands in',
    given: aSchedule({
      absences: [absence('ada', '2026-01-05T12:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 bo, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'ada is absent over her turn, and bo has both days',
    given: aSchedule({
      absences: [absence('ada', '2026-01-05T00:00', '2026-01-06T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 bo, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'ada and bo are absent, and cy stands in',
    given: aSchedule({
      absences: [
        absence('ada', '2026-01-05T12:00', '2026-01-05T18:00'),
        absence('bo', '2026-01-05T12:00', '2026-01-05T15:00'),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 cy, Mon 5 15:00 bo, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'cy is absent, and the circle begins again with ada',
    given: aSchedule({
      absences: [absence('cy', '2026-01-07T09:00', '2026-01-07T21:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells: 'Mon 5 09:00 ada, Tue 6 09:00 bo, Wed 7 09:00 ada, Wed 7 21:00 cy',
  },
  {
    says: 'all are absent',
    given: aSchedule({
      absences: [
        absence('ada', '2026-01-05T12:00', '2026-01-05T18:00'),
        absence('bo', '2026-01-05T12:00', '2026-01-05T18:00'),
        absence('cy', '2026-01-05T12:00', '2026-01-05T18:00'),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 –, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'nobody stands in where the rotation says so',
    given: aSchedule(
      { absences: [absence('ada', '2026-01-05T12:00', '2026-01-05T18:00')] },
      { whenAbsent: 'nobody' },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 –, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'one of two who share a turn is absent',
    given: aSchedule(
      { absences: [absence('ada', '2026-01-05T12:00', '2026-01-05T18:00')] },
      { participants: people('ada+bo cy') },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada+bo, Mon 5 12:00 bo, Mon 5 18:00 ada+bo, Tue 6 09:00 cy, Wed 7 09:00 ada+bo',
  },
  {
    says: 'both of two who share a turn are absent',
    given: aSchedule(
      {
        absences: [
          absence('ada', '2026-01-05T12:00', '2026-01-05T18:00'),
          absence('bo', '2026-01-05T12:00', '2026-01-05T18:00'),
        ],
      },
      { participants: people('ada+bo cy') },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada+bo, Mon 5 12:00 cy, Mon 5 18:00 ada+bo, Tue 6 09:00 cy, Wed 7 09:00 ada+bo',
  },
  {
    says: 'a lower priority answers for a rotation in which all are absent',
    given: aSchedule(
      { absences: [absence('ada', '2026-01-05T12:00', '2026-01-05T18:00')] },
      { participants: people('ada'), priority: 1 },
      { participants: people('dee') },
    ),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 dee, Mon 5 18:00 ada, Tue 6 09:00 ada, Wed 7 09:00 ada',
  },
  {
    says: 'an override to somebody who is absent has no effect meanwhile',
    given: aSchedule({
      overrides: [replace('dee', '2026-01-05T12:00', '2026-01-05T20:00')],
      absences: [absence('dee', '2026-01-05T15:00', '2026-01-05T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 dee, Mon 5 15:00 ada, Mon 5 18:00 dee, Mon 5 20:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'somebody who is added and absent does not come',
    given: aSchedule({
      overrides: [add('dee', '2026-01-05T12:00', '2026-01-05T20:00')],
      absences: [absence('dee', '2026-01-05T15:00', '2026-01-06T18:00')],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 ada+dee, Mon 5 15:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'two absences that overlap are one',
    given: aSchedule({
      absences: [
        absence('ada', '2026-01-05T12:00', '2026-01-05T16:00'),
        absence('ada', '2026-01-05T14:00', '2026-01-05T18:00'),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 bo, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an absence that is reported at 15:00 changes nothing before',
    given: aSchedule({
      absences: [
        {
          ...absence('ada', '2026-01-05T12:00', '2026-01-05T18:00'),
          madeAt: '2026-01-05T14:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 15:00 bo, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an absence that ends early stays in what was',
    given: aSchedule({
      absences: [
        {
          ...absence('ada', '2026-01-05T12:00', '2026-01-05T18:00'),
          withdrawnAt: '2026-01-05T14:00:00.000Z',
        },
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 bo, Mon 5 15:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an absence by an instant',
    given: aSchedule({
      absences: [
        absence('ada', '2026-01-05T11:00:00.000Z', '2026-01-05T17:00:00.000Z'),
      ],
    }),
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    tells:
      'Mon 5 09:00 ada, Mon 5 12:00 bo, Mon 5 18:00 ada, Tue 6 09:00 bo, Wed 7 09:00 cy',
  },
  {
    says: 'an override within the hour that is there twice lasts to its second end',
    given: aSchedule(
      { overrides: [replace('dee', '2026-10-25T02:15', '2026-10-25T02:45')] },
      { startsAt: '2026-10-24' },
    ),
    from: '2026-10-24T09:00',
    to: '2026-10-25T09:00',
    tells: 'Sat 24 09:00 ada, Sun 25 02:15 dee, Sun 25 02:45 ada',
  },
];
