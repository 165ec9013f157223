import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { matchAlerts } from './matchAlerts';

const alert = anAlert({
  title: 'Checkout answers with errors',
  labels: { alertname: 'CheckoutErrorRate' },
});

const fits = 'Its pattern Checkout* fits the alert CheckoutErrorRate';

describe('matchAlerts', () => {
  it.each([
    { case: 'no pattern', alerts: [], matches: false },
    { case: 'no fitting pattern', alerts: ['Ledger*'], matches: false },
    {
      case: 'the name of the alert rule',
      alerts: ['CheckoutError*'],
      matches: true,
      because: 'Its pattern CheckoutError* fits the alert CheckoutErrorRate.',
    },
    {
      case: 'the title',
      alerts: ['checkout answers*'],
      matches: true,
      because:
        'Its pattern checkout answers* fits the alert Checkout answers with errors.',
    },
    {
      case: 'the most exact of several',
      alerts: ['*', 'CheckoutErrorRate', 'Checkout*'],
      matches: true,
      because:
        'Its pattern CheckoutErrorRate fits the alert CheckoutErrorRate.',
    },
    {
      case: 'its severities',
      alerts: ['Checkout*'],
      severities: ['sev1', 'SEV2'],
      severity: 'SEV2',
      matches: true,
      because: `${fits}.`,
    },
    {
      case: 'an unknown severity',
      alerts: ['Checkout*'],
      severities: ['SEV1'],
      matches: true,
      because: `${fits}.`,
    },
    {
      case: 'another severity',
      alerts: ['Checkout*'],
      severities: ['SEV1', 'SEV2'],
      severity: 'SEV3',
      matches: false,
      because: `${fits}, but it is written for SEV1 and SEV2, and this is SEV3.`,
    },
  ])('judges $case', ({ alerts, severities = [], severity, ...expected }) => {
    const occasion = { alerts: [alert], severity };
    const match = matchAlerts({ alerts, severities }, occasion);
    expect(match.matches).toBe(expected.matches);
    expect(match.because).toBe(expected.because);
  });

  it('looks at every alert', () => {
    const others = [anAlert(), alert];
    expect(
      matchAlerts(
        { alerts: ['CheckoutErrorRate'], severities: [] },
        { alerts: others },
      ).matches,
    ).toBe(true);
  });

  it('matches nothing without alerts', () => {
    expect(
      matchAlerts({ alerts: ['*'], severities: [] }, { alerts: [] }).matches,
    ).toBe(false);
  });
});
