import { findTrouble, type Findings } from './findTrouble';

const now = new Date('2026-11-20T03:10:00.000Z');
const well: Findings = {
  untold: { count: 0 },
  pending: { count: 0 },
  orphaned: { count: 0 },
  overheld: { count: 0 },
  late: { count: 0 },
  undelivered: { count: 0 },
};

describe('what is found to be wrong', () => {
  it('is nothing when nothing waits', () => {
    expect(findTrouble(well, now)).toEqual([]);
  });

  it.each([
    ['2026-11-20T03:09:01.000Z', 0],
    ['2026-11-20T03:09:00.000Z', 1],
    ['2026-11-20T01:00:00.000Z', 1],
  ])('waits since %s: %i', (since, troubles) => {
    const findings = { ...well, untold: { count: 3, since } };
    expect(findTrouble(findings, now)).toHaveLength(troubles);
  });

  it.each([
    ['2026-11-20T03:08:01.000Z', 0],
    ['2026-11-20T03:08:00.000Z', 1],
  ])('is held although it is calm since %s: %i', (since, troubles) => {
    const findings = { ...well, overheld: { count: 1, since } };
    expect(findTrouble(findings, now)).toHaveLength(troubles);
  });

  it.each<[keyof Findings, string, number]>([
    ['late', '2026-11-20T03:09:01.000Z', 0],
    ['late', '2026-11-20T03:09:00.000Z', 1],
    ['undelivered', '2026-11-20T03:08:01.000Z', 0],
    ['undelivered', '2026-11-20T03:08:00.000Z', 1],
  ])('is that %s pages wait since %s: %i', (part, since, troubles) => {
    const findings = { ...well, [part]: { count: 1, since } };
    expect(findTrouble(findings, now)).toHaveLength(troubles);
  });

  it('says how many wait for what, and since when', () => {
    const since = '2026-11-20T03:00:00.000Z';
    expect(
      findTrouble(
        {
          untold: { count: 3, since },
          pending: { count: 2, since },
          orphaned: { count: 1, since },
          overheld: { count: 4, since },
          late: { count: 5, since },
          undelivered: { count: 6, since },
        },
        now,
      ),
    ).toEqual([
      `3 timeline entries were told to nobody, the first since ${since}`,
      `2 alerts have not found their entity, because the catalog is away, the first since ${since}`,
      `1 alerts should have an incident and have none, the first since ${since}`,
      `4 alerts are held as flapping although they are calm, the first since ${since}`,
      `5 pages should have called the next person, the first since ${since}`,
      `6 notices of pages are not delivered, the first since ${since}`,
    ]);
  });

  it('is also that nobody can say', () => {
    const findings = { ...well, pending: new Error('no answer within 10 s') };
    expect(findTrouble(findings, now)).toEqual([
      'Nobody can say whether alerts have not found their entity, because the catalog is away: no answer within 10 s',
    ]);
  });
});
