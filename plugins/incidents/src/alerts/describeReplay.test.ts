import { describeReplay } from './describeReplay';
import { integrationsOf } from './integrationsOf';

describe('what reading again brought', () => {
  it('says how many, and why of each that stayed', () => {
    const words = describeReplay({
      replayed: 3,
      failed: [{ id: 'd1', reason: 'alerts is no list' }],
      more: true,
    });
    expect(words).toMatchObject({ replayed: 3, failed: 1, more: true });
    expect(words.reasons.get('d1')).toBe('alerts is no list');
  });
});

describe('the integrations on the screen', () => {
  it('come once each, the busiest first', () => {
    const of = (integration: string) => ({ integration });
    expect(
      integrationsOf([
        of('zabbix'),
        of('datadog'),
        of('grafana'),
        of('zabbix'),
      ]),
    ).toEqual(['zabbix', 'datadog', 'grafana']);
  });
});
