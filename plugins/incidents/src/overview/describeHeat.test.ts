import { describeHeat } from './describeHeat';

const row = (title: string, days: number[], worst: number[]) => ({
  entityRef: `system:default/${title}`,
  title,
  days,
  worst,
});

describe('the heat strip', () => {
  it('ends with the UTC day of the answer and gives each day its bounds', () => {
    const [line] = describeHeat(
      [row('album', [0, 2], [0, 1])],
      '2026-11-20T23:59:00.000Z',
      'en',
    );
    expect(line.days).toEqual([
      {
        from: '2026-11-19T00:00:00.000Z',
        to: '2026-11-20T00:00:00.000Z',
        count: 0,
        worst: 0,
        label: 'Nov 19',
      },
      {
        from: '2026-11-20T00:00:00.000Z',
        to: '2026-11-21T00:00:00.000Z',
        count: 2,
        worst: 1,
        label: 'Nov 20',
      },
    ]);
  });

  it('has the busiest system first', () => {
    const lines = describeHeat(
      [row('b', [1], [3]), row('c', [4], [2]), row('a', [1], [1])],
      '2026-11-20T03:00:00.000Z',
      'en',
    );
    expect(lines.map(line => line.title)).toEqual(['c', 'a', 'b']);
    expect(lines[0].total).toBe(4);
  });

  it('names days in the language of the reader', () => {
    const [line] = describeHeat(
      [row('a', [1], [1])],
      '2026-11-20T03:00:00.000Z',
      'ja',
    );
    expect(line.days[0].label).toBe('11月20日');
  });
});
