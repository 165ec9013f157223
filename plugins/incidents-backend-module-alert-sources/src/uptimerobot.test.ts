import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { uptimerobot } from './uptimerobot';

describeAlertSource(uptimerobot);

function signalOf(said: object) {
  const payload = { alertType: '1', ...said };
  return uptimerobot.toSignals(uptimerobot.payload.parse(payload))[0];
}

function read(body: string) {
  return uptimerobot.readBody!({ rawBody: Buffer.from(body), headers: {} });
}

describe('what becomes of an event of UptimeRobot', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(uptimerobot.samples.down.payload as object)).toEqual({
      fingerprint: '777712827',
      status: 'firing',
      title: 'Checkout',
      description: 'HTTP 503 - Service Unavailable',
      severity: undefined,
      entityRef: undefined,
      labels: { monitor: 'Checkout', service: 'checkout', tags: 'shop' },
      links: [
        {
          title: 'Checked address',
          type: 'other',
          url: 'https://checkout.example.com/healthz',
        },
      ],
      startedAt: new Date(1795143600_000),
      resolvedAt: undefined,
    });
  });

  it('makes labels of the fields that somebody added, and knows the entity', () => {
    expect(
      signalOf(uptimerobot.samples['number-and-entity'].payload as object),
    ).toMatchObject({
      entityRef: 'component:default/search-api',
      labels: {
        monitor: 'Search API',
        env: 'prod',
        backstage_entity: 'component:default/search-api',
      },
    });
  });

  it('keeps an expiry apart from the monitor being down', () => {
    expect(
      signalOf(uptimerobot.samples.expiry.payload as object),
    ).toMatchObject({
      fingerprint: '777712827-expiry',
      title: 'Expiry at Checkout',
      description: 'The certificate expires 2026-12-04, 14 days left',
    });
  });

  it('reads a form', () => {
    const form =
      'monitorID=9&monitorFriendlyName=Caf%C3%A9+site&alertType=2&alertDateTime=1795144410';
    expect(signalOf(read(form) as object)).toMatchObject({
      fingerprint: '9',
      status: 'resolved',
      title: 'Café site',
      startedAt: undefined,
      resolvedAt: new Date(1795144410_000),
    });
  });

  it('is known by its name when it has no number', () => {
    const known = (said: object) => signalOf(said).fingerprint;
    const named = { monitorFriendlyName: 'A', monitorID: '*monitorID*' };
    expect(known(named)).toBe(
      known({ ...named, alertType: '2', alertDetails: 'fine' }),
    );
    expect(known(named)).not.toBe(known({ monitorFriendlyName: 'B' }));
  });

  it.each([
    [{ alertType: 'x', alertTypeFriendlyName: 'Up' }, 'resolved'],
    [{ alertType: '', alertTypeFriendlyName: 'DOWN' }, 'firing'],
    [{ alertType: 2 }, 'resolved'],
  ])('reads the kind of %j as %s', (said, status) => {
    expect(signalOf({ monitorID: '1', ...said }).status).toBe(status);
  });
});

describe('what brings no alert', () => {
  it('is a test, and says so', () => {
    const parsed = uptimerobot.payload.parse(
      uptimerobot.samples['test-button'].payload,
    );
    expect(uptimerobot.remark!(parsed)).toContain('a test brings no alert');
    const bare = { alertType: 'alertType', monitorID: 'monitorID' };
    expect(signalOf(bare)).toBeUndefined();
  });

  it.each([
    [{ monitorID: '1', alertType: '99' }, 'but is "99"'],
    [{ monitorID: '1' }, 'but is missing'],
    [{}, 'but is missing'],
  ])('refuses %j by its field', (payload, sentence) => {
    expect(
      uptimerobot.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([
      `alertType must be "1" for down, "2" for up or "3" for an expiry, ${sentence}`,
    ]);
  });

  it('says of a query without a body that there is nothing to read', () => {
    expect(() => read('')).toThrow('The body is empty');
  });
});
