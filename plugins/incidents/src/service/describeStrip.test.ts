import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { daysBetween, describeStrip } from './describeStrip';
import { ago, aSummary, now } from './testing/aSummary';

const over = (key: string, from: number, to: number) =>
  anIncident({
    key,
    status: 'resolved',
    declaredAt: ago({ days: from }),
    resolvedAt: ago({ days: to }),
  });
const stripOf = (...strip: ReturnType<typeof over>[]) =>
  describeStrip(aSummary({ strip }), now);

describe('the ninety days', () => {
  it('draw an incident where it was, as long as it was', () => {
    const [bar] = stripOf(over('INC-1', 45, 36)).bars;
    expect(bar.left).toBeCloseTo(0.5);
    expect(bar.width).toBeCloseTo(0.1);
    expect(bar.lane).toBe(0);
  });

  it('keep a short one wide enough to be hit, also at the right end', () => {
    const declaredAt = ago({ minutes: 1 });
    const [bar] = describeStrip(
      aSummary({ open: [anIncident({ declaredAt })] }),
      now,
    ).bars;
    expect(bar.width).toBeGreaterThan(0.005);
    expect(bar.left + bar.width).toBeLessThanOrEqual(1);
  });

  it('cut what began before them, and leave out what was over', () => {
    const { bars } = stripOf(over('INC-1', 99, 91), over('INC-2', 99, 81));
    expect(bars.map(({ key }) => key)).toEqual(['INC-2']);
    expect(bars[0].left).toBe(0);
    expect(bars[0].width).toBeCloseTo(0.1);
  });

  it('put what overlaps on lanes of its own', () => {
    const { bars, lanes } = stripOf(
      over('INC-1', 50, 30),
      over('INC-2', 40, 20),
      over('INC-3', 25, 10),
    );
    expect(bars.map(({ key, lane }) => [key, lane])).toEqual([
      ['INC-1', 0],
      ['INC-2', 1],
      ['INC-3', 0],
    ]);
    expect(lanes).toBe(2);
  });

  it('lose nothing when there is more than can be told apart', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      over(`INC-${n + 1}`, 9, 8),
    );
    const { bars, lanes } = stripOf(...many);
    expect(bars).toHaveLength(30);
    expect(lanes).toBe(10);
  });

  it('have one lane when nothing happened', () => {
    expect(stripOf()).toMatchObject({ bars: [], lanes: 1 });
  });
});

describe('the weeks of the strip', () => {
  const { weeks, range } = stripOf(over('INC-1', 45, 44.9));

  it('follow each other without a gap', () => {
    expect(weeks[0].from).toBe(range.from);
    expect(weeks.at(-1)?.to).toBe(range.to);
    weeks.slice(1).forEach((week, index) => {
      expect(week.from).toBe(weeks[index].to);
      expect(new Date(week.from).getDay()).toBe(1);
      expect(new Date(week.from).getHours()).toBe(0);
    });
    expect(weeks.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
  });

  it('count what was going on in them', () => {
    expect(weeks.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(1);
  });
});

describe('a range that is drawn', () => {
  const { range } = stripOf();

  it.each([
    ['from left to right', 0.5, 0.6],
    ['from right to left', 0.6, 0.5],
  ])('%s covers whole days', (_, a, b) => {
    const drawn = daysBetween(range, a, b);
    expect(new Date(drawn.from).getHours()).toBe(0);
    expect(new Date(drawn.to).getHours()).toBe(0);
    const days = (drawn.to - drawn.from) / 86_400_000;
    expect(Math.round(days)).toBe(10);
  });

  it('is one day for a click', () => {
    const drawn = daysBetween(range, 0.5, 0.5);
    expect(Math.round((drawn.to - drawn.from) / 86_400_000)).toBe(1);
  });

  it('stays on the strip', () => {
    const drawn = daysBetween(range, -1, 2);
    expect(drawn.from).toBeLessThanOrEqual(range.from);
    expect(drawn.to).toBeGreaterThan(range.to);
  });
});

describe('ninety days of more than can be told apart', () => {
  const dayOf = (days: number) => ago({ days }).slice(0, 10);
  const many = (about: Partial<EntitySummary> = {}) =>
    describeStrip(
      aSummary({
        incidentsIn90Days: 150,
        recent: [over('INC-150', 1, 0.5)],
        days: [
          { day: dayOf(95), incidents: 9, worstRank: 1 },
          { day: dayOf(60), incidents: 100, worstRank: 2 },
          { day: dayOf(1), incidents: 50, worstRank: 4 },
        ],
        ...about,
      }),
      now,
    );

  it('are days, each as high as it had many, and each with its list', () => {
    const { bars, columns, count } = many();
    expect(bars).toEqual([]);
    expect(
      columns.map(({ incidents, rank, height }) => [incidents, rank, height]),
    ).toEqual([
      [100, 2, 1],
      [50, 4, 0.5],
    ]);
    const [{ from, to, search }] = columns;
    expect([from, to]).toEqual([Date.parse(dayOf(60)), Date.parse(dayOf(59))]);
    const asked = new URLSearchParams(search);
    expect(asked.get('entityRef')).toBe('component:default/checkout');
    expect(asked.get('from')).toBe(new Date(from).toISOString());
    expect(asked.get('to')).toBe(new Date(to).toISOString());
    expect(count).toBe(150);
  });

  it('count what each week had', () => {
    const counts = many().weeks.map(({ incidents }) => incidents);
    expect(counts.filter(Boolean)).toEqual([100, 50]);
  });

  it('say of which part nobody counted', () => {
    expect(many().uncounted).toBe(0);
    expect(many({ countedSince: ago({ days: 45 }) }).uncounted).toBeCloseTo(
      0.5,
    );
  });
});
