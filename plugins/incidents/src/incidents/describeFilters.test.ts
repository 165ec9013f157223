import {
  filtersFrom,
  isFiltered,
  noFilters,
  toQuery,
  toSearch,
} from './describeFilters';

const read = (search: string) => filtersFrom(new URLSearchParams(search));

describe('the filters in the address', () => {
  it('come back as they were written', () => {
    const filters = {
      ...noFilters,
      q: 'checkout',
      status: ['open' as const, 'closed' as const],
      severity: ['SEV1'],
      entityRef: ['system:default/payments'],
      integration: ['prometheus'],
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-20T00:00:00.000Z',
      sort: 'severity' as const,
      cursors: ['a,b', 'c'],
    };
    expect(filtersFrom(toSearch(filters))).toEqual(filters);
  });

  it('are absent from a clean address', () => {
    expect(toSearch(noFilters).toString()).toBe('');
    expect(read('')).toEqual({ ...noFilters, q: undefined });
  });

  it('leave out what they do not understand', () => {
    expect(read('status=burning,open&sort=random&from=yesterday')).toEqual({
      ...noFilters,
      status: ['open'],
    });
  });

  it('understand repeated parameters and lists', () => {
    expect(read('severity=SEV1&severity=SEV2,SEV1').severity).toEqual([
      'SEV1',
      'SEV2',
    ]);
  });

  it('become a question without empty parts', () => {
    expect(toQuery(read('q=x&cursor=a&cursor=b'))).toEqual({
      q: 'x',
      sort: 'openFirst',
      limit: 50,
      cursor: 'b',
    });
  });

  it('narrow the list, order and page do not', () => {
    expect(isFiltered(read('sort=severity&cursor=a'))).toBe(false);
    expect(isFiltered(read('integration=prometheus'))).toBe(true);
  });
});
