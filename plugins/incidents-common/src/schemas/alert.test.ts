import { anAlert, aScheme, testNow } from '../testing';
import {
  alertQuerySchema,
  alertReceiptSchema,
  alertSchema,
  deadLetterQuerySchema,
} from './alert';
import { severitySchemeSchema } from './severity';

describe('the query of alerts', () => {
  it('has the newest first', () => {
    expect(alertQuerySchema.parse({})).toEqual({
      sort: '-startedAt',
      limit: 50,
    });
  });

  it('reads what an address can carry', () => {
    expect(
      alertQuerySchema.parse({
        status: ['firing', 'acknowledged'],
        outcome: 'unrouted,recorded',
        incident: 'INC-7',
        integration: 'prometheus',
        to: testNow,
        limit: '1',
      }),
    ).toMatchObject({
      status: ['firing', 'acknowledged'],
      outcome: ['unrouted', 'recorded'],
      incident: 'INC-7',
      integration: ['prometheus'],
      to: testNow,
      limit: 1,
    });
  });

  it.each([
    { status: 'open' },
    { outcome: 'lost' },
    { incident: '7' },
    { sort: 'severity' },
    { limit: '-1' },
    { page: '2' },
  ])('refuses %j', query => {
    expect(alertQuerySchema.safeParse(query).success).toBe(false);
  });
});

describe('the query of dead letters', () => {
  it.each([
    [{}, true],
    [{ integration: 'a,b', limit: '5' }, true],
    [{ status: 'dead' }, false],
  ])('is %j: %s', (query, fits) => {
    expect(deadLetterQuerySchema.safeParse(query).success).toBe(fits);
  });
});

describe('an alert', () => {
  it('is what the builder makes', () => {
    expect(alertSchema.parse(anAlert())).toEqual(anAlert());
    expect(severitySchemeSchema.parse(aScheme())).toEqual(aScheme());
  });

  it.each([
    { status: 'suppressed' },
    { occurrences: 0 },
    { labels: { depth: 5 } },
    { links: [{ url: 'https://example.com' }] },
    { routing: { by: 'luck', reason: '' } },
    { triage: { outcome: 'lost', reason: '' } },
    { incidentKey: 'INC-x' },
    { entityRef: 'checkout' },
  ])('is never %j', wrong => {
    expect(alertSchema.safeParse({ ...anAlert(), ...wrong }).success).toBe(
      false,
    );
  });
});

describe('a receipt', () => {
  it('says what became of an alert, and why', () => {
    const receipt = {
      fingerprint: 'f1',
      became: 'unchanged',
      reason: 'nothing was open under this fingerprint',
    };
    expect(alertReceiptSchema.parse(receipt)).toEqual(receipt);
    const { reason, ...silent } = receipt;
    expect(alertReceiptSchema.safeParse(silent).success).toBe(false);
  });
});
