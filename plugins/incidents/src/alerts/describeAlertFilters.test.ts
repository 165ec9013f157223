import {
  alertFiltersFrom,
  isNarrowed,
  noAlertFilters,
  toAlertQuery,
  toAlertSearch,
} from './describeAlertFilters';

const read = (text: string) => alertFiltersFrom(new URLSearchParams(text));

describe('the filters of the stream', () => {
  it('come back from the address that they wrote', () => {
    const filters = {
      ...noAlertFilters,
      show: 'silenced' as const,
      q: 'disk',
      status: 'any' as const,
      flapping: 'only' as const,
      severity: ['SEV1', 'SEV2'],
      entityRef: ['component:default/checkout'],
      integration: ['prometheus'],
      sort: 'startedAt' as const,
      cursors: ['a', 'b'],
    };
    expect(alertFiltersFrom(toAlertSearch(filters))).toEqual(filters);
  });

  it('leave the default out of the address', () => {
    expect(toAlertSearch(noAlertFilters).toString()).toBe('');
    expect(read('')).toEqual(noAlertFilters);
  });

  it('ignore what they do not know', () => {
    expect(read('show=nonsense&status=odd&sort=up')).toEqual(noAlertFilters);
  });

  it.each([
    ['', ['firing', 'acknowledged']],
    ['status=resolved', ['resolved']],
    ['status=any', undefined],
  ])('%s asks for the statuses %j', (text, status) => {
    expect(toAlertQuery(read(text), 'recorded').status).toEqual(status);
  });

  it.each([
    ['', undefined],
    ['flapping=only', true],
    ['flapping=none', false],
    ['flapping=perhaps', undefined],
  ])('%s asks whether alerts flap: %j', (text, flapping) => {
    expect(toAlertQuery(read(text), 'recorded').flapping).toEqual(flapping);
  });

  it('ask for all that is in an incident, however it came there', () => {
    expect(toAlertQuery(read('q=disk'), 'incidents')).toEqual({
      outcome: ['declared', 'attached'],
      q: 'disk',
      status: ['firing', 'acknowledged'],
    });
  });

  it('narrow by what is sought, not by group, order or page', () => {
    expect(isNarrowed(read('show=silenced&sort=startedAt&cursor=x'))).toBe(
      false,
    );
    expect(isNarrowed(read('severity=SEV1'))).toBe(true);
    expect(isNarrowed(read('status=any'))).toBe(true);
  });
});
