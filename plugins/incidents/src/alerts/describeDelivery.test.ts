import {
  deliveryFiltersFrom,
  describeBody,
  describeOutcomes,
  describeTotal,
  fromField,
  isNarrowedTo,
  noDeliveryFilters,
  replayOf,
  toDeliveryQuery,
  toDeliverySearch,
  toField,
} from './describeDelivery';

const from = '2026-11-20T03:00:00.000Z';
const to = '2026-11-20T04:00:00.000Z';
const read = (search: string) =>
  deliveryFiltersFrom(new URLSearchParams(search));

describe('the filters of deliveries', () => {
  it('are read from an address, and written there again', () => {
    const search = `integration=a&integration=b&from=${from}&to=${to}&cursor=c`;
    const filters = read(search);
    expect(filters).toEqual({
      ...{ integration: ['a', 'b'], from, to, cursors: ['c'] },
    });
    expect(decodeURIComponent(String(toDeliverySearch(filters)))).toBe(search);
  });

  it('leave out what is no time', () => {
    expect(read('from=yesterday&to=')).toEqual(noDeliveryFilters);
  });

  it('are asked for, a page at a time', () => {
    expect(toDeliveryQuery(read('alert=a1'))).toEqual({
      ...{ alert: 'a1', limit: 50 },
    });
    expect(toDeliveryQuery(read('cursor=a&cursor=b'))).toEqual({
      ...{ cursor: 'b', limit: 50 },
    });
  });

  it('narrow the list, unless they only turn its pages', () => {
    expect(isNarrowedTo(read('cursor=a'))).toBe(false);
    expect(isNarrowedTo(read('integration=a'))).toBe(true);
  });

  it.each([
    ['nothing', '', undefined],
    ['two integrations', `integration=a&integration=b&from=${from}`, undefined],
    ['no time', 'integration=a', undefined],
    ['an alert', `integration=a&from=${from}&alert=a1`, undefined],
    [
      'an integration since then',
      `integration=a&from=${from}`,
      { integration: 'a', from, to, preview: true },
    ],
  ])('that name %s are replayed as %j', (_, search, wanted) => {
    expect(replayOf(read(search), new Date(to))).toEqual(wanted);
  });

  it('hold times as a field does', () => {
    expect(fromField(toField(from))).toBe(from);
    expect([toField(undefined), fromField('')]).toEqual(['', undefined]);
  });
});

describe('a delivery', () => {
  const t = ((key: string, about?: { count: number }) =>
    about ? `${about.count} ${key}` : key) as never;

  it('says what became of its alerts', () => {
    expect(describeOutcomes({ unchanged: 2, opened: 1 }, t)).toBe(
      '1 deliveries.became.opened, 2 deliveries.became.unchanged',
    );
    expect(describeOutcomes({}, t)).toBe('deliveries.became.nothing');
  });

  it.each([
    ['{"a":[1]}', '{\n  "a": [\n    1\n  ]\n}'],
    ['a=1&b=<script>', 'a=1&b=<script>'],
    ['', ''],
  ])('shows %j so that it can be read', (body, text) => {
    expect(describeBody(body)).toEqual({ text, isCut: false });
  });

  it('says when it is too long to be drawn', () => {
    const { text, isCut } = describeBody('x'.repeat(100_001));
    expect([text.length, isCut]).toEqual([100_000, true]);
  });
});

describe('how many deliveries there are', () => {
  const t: any = (key: string, { count, total }: any = {}) =>
    [key, count ?? total].filter(part => part !== undefined).join(' ');

  it.each([
    [undefined, 'deliveries.title'],
    [{ totalItems: 7 }, 'deliveries.count 7'],
    [
      { totalItems: 1_000, totalIsAtLeast: true as const },
      'deliveries.countAtLeast 1000',
    ],
  ])('is told of %j', (total, told) => {
    expect(describeTotal(total, t)).toBe(told);
  });
});
