import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { describeHistory, endOf, overlaps, presentOf } from './describeHistory';
import { ago, aSummary, now } from './testing/aSummary';

const open = anIncident({ key: 'INC-3', declaredAt: ago({ days: 20 }) });
const old = anIncident({
  key: 'INC-1',
  status: 'closed',
  declaredAt: ago({ days: 30 }),
  resolvedAt: ago({ days: 29 }),
});
const recent = anIncident({
  key: 'INC-2',
  status: 'resolved',
  declaredAt: ago({ days: 2 }),
  resolvedAt: ago({ days: 2, minutes: -30 }),
});
const summary = aSummary({
  open: [open],
  recent: [open, recent],
  strip: [old, recent, open],
});
const keys = (view: ReturnType<typeof describeHistory>) =>
  view.rows.map(({ key }) => key);

describe('the history of a service', () => {
  it('has each incident once, open ones first, then the newest', () => {
    const view = describeHistory(summary, undefined, now);
    expect(keys(view)).toEqual(['INC-3', 'INC-2', 'INC-1']);
    expect(view).toMatchObject({ total: 3, showsParts: false });
  });

  it.each([
    ['one that ended in it', 30, 29.5, ['INC-1']],
    ['one that was going on', 10, 9, ['INC-3']],
    ['what was declared in it beside it', 3, 1, ['INC-3', 'INC-2']],
    ['nothing', 60, 50, []],
  ])('filtered by a range shows %s', (_, from, to, expected) => {
    const range = {
      from: Date.parse(ago({ days: from })),
      to: Date.parse(ago({ days: to })),
    };
    const view = describeHistory(summary, range, now);
    expect(keys(view)).toEqual(expected);
    expect(view.total).toBe(3);
  });

  it('says which part when it covers several', () => {
    expect(
      describeHistory({ ...summary, covers: 7 }, undefined, now).showsParts,
    ).toBe(true);
  });
});

describe('the end of an incident', () => {
  const declaredAt = ago({ days: 2 });
  it.each([
    ['resolved', { declaredAt, resolvedAt: ago({ days: 1 }), open: false }, 1],
    ['open', { declaredAt, open: true }, 0],
    ['dismissed', { declaredAt, open: false }, 2],
  ])('that is %s', (_, row, days) => {
    expect(endOf(row, now)).toBe(Date.parse(ago({ days })));
  });

  it('that starts when a range ends is not in it', () => {
    const at = Date.parse(declaredAt);
    const row = { declaredAt, open: true };
    expect(overlaps(row, { from: at - 1, to: at }, now)).toBe(false);
    expect(overlaps(row, { from: at, to: at + 1 }, now)).toBe(true);
  });
});

it.each([
  ['the browser', ago({ minutes: 1 }), 0],
  ['the answer', ago({ minutes: -1 }), -1],
])('takes the present from %s when it is later', (_, at, minutes) => {
  expect(presentOf({ at }, now).toISOString()).toBe(ago({ minutes }));
});
