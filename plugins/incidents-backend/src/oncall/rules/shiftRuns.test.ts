import type { Shift } from 'backstage-plugin-incidents-node';
import { neighboursAt, runsOf } from './shiftRuns';

const hour = (n: number) => new Date(Date.UTC(2026, 10, 20, n));
const shift = (
  name: string,
  from: number,
  to: number,
  about: Partial<Shift> = {},
): Shift => ({
  ...{ level: 1, levelName: 'Primary' },
  person: { ref: `user:default/${name}`, displayName: name },
  ...{ from: hour(from), to: hour(to) },
  ...about,
});
const told = (shifts: Shift[]) =>
  runsOf(shifts).map(({ levelName, user, from, to }) =>
    [
      ...[levelName, user.slice(13)],
      ...[from, to].map(at => new Date(at).getUTCHours()),
    ].join(' '),
  );

describe('the time of somebody on a level', () => {
  it.each([
    ['is one shift', [shift('ada', 1, 2)], ['Primary ada 1 2']],
    [
      'goes on over the turns that follow each other',
      [shift('ada', 1, 2), shift('ada', 2, 3, { turn: 1 })],
      ['Primary ada 1 3'],
    ],
    [
      'is one, where two rotations name them at the same time',
      [shift('ada', 1, 3), shift('ada', 2, 4, { rotation: 'x' })],
      ['Primary ada 1 4'],
    ],
    [
      'is two after a break',
      [shift('ada', 1, 2), shift('ada', 3, 4)],
      ['Primary ada 1 2', 'Primary ada 3 4'],
    ],
    [
      'is one for each level',
      [shift('ada', 1, 2), shift('ada', 2, 3, { levelName: 'Backup' })],
      ['Primary ada 1 2', 'Backup ada 2 3'],
    ],
    ['is none for who comes along', [shift('ada', 1, 2, { shadow: true })], []],
  ])('%s', (_, shifts, runs) => {
    expect(told(shifts)).toEqual(runs);
  });

  it('knows who leaves, comes and stays on the level', () => {
    const runs = runsOf([
      ...[shift('ada', 1, 2), shift('bo', 2, 3), shift('cy', 0, 4)],
      ...[shift('dee', 2, 3), shift('eve', 2, 3, { levelName: 'Backup' })],
    ]);
    const at = hour(2).getTime();
    expect(
      neighboursAt(runs, { levelName: 'Primary', user: 'user:default/bo' }, at),
    ).toEqual({
      leave: ['user:default/ada'],
      come: ['user:default/dee'],
      stay: ['user:default/cy'],
    });
  });
});
