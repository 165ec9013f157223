import { anAlert, aScheme } from 'backstage-plugin-incidents-common/testing';
import { orderAlerts } from './orderAlerts';

describe('the alerts of an incident', () => {
  it('have what fires first, the worst of it at the top, and the first one before its followers', () => {
    const alerts = [
      anAlert({ id: 'over', severity: 'SEV1', status: 'resolved' }),
      anAlert({ id: 'mild', severity: 'SEV3' }),
      anAlert({ id: 'later', startedAt: '2026-11-20T03:05:00.000Z' }),
      anAlert({ id: 'first', startedAt: '2026-11-20T03:01:00.000Z' }),
      anAlert({ id: 'strange', severity: 'P9' }),
    ];
    expect(orderAlerts(alerts, aScheme()).map(alert => alert.id)).toEqual([
      'first',
      'later',
      'mild',
      'strange',
      'over',
    ]);
  });

  it('keep their order of time when the scheme is not known', () => {
    const alerts = [
      anAlert({ id: 'b', startedAt: '2026-11-20T03:05:00.000Z' }),
      anAlert({ id: 'a', startedAt: '2026-11-20T03:01:00.000Z' }),
    ];
    expect(orderAlerts(alerts).map(alert => alert.id)).toEqual(['a', 'b']);
  });
});
