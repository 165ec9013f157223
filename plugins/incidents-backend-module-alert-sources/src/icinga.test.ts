import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { icinga } from './icinga';

describeAlertSource(icinga);

const firing = { type: 'PROBLEM', host: 'web-1', state: 'CRITICAL' };

function signalOf(said: object) {
  return icinga.toSignals(icinga.payload.parse({ ...firing, ...said }))[0];
}

function read(body: string) {
  return icinga.readBody!({ rawBody: Buffer.from(body), headers: {} });
}

describe('what becomes of a notification of Icinga', () => {
  it('carries over everything a responder needs', () => {
    expect(
      signalOf(icinga.samples['service-acknowledged'].payload as object),
    ).toEqual({
      fingerprint: 'checkout-web-1!http',
      status: 'acknowledged',
      title: 'HTTP on Checkout web 1',
      description:
        'HTTP CRITICAL: HTTP/1.1 503 Service Unavailable - 0.021 second\n\non-call@example.com: Looking at the load balancer',
      severity: 'CRITICAL',
      entityRef: 'component:default/checkout',
      labels: {
        host: 'checkout-web-1',
        address: '192.0.2.17',
        service: 'http',
        backstage_entity: 'component:default/checkout',
        env: 'prod',
      },
      links: [
        {
          title: 'Notes',
          type: 'runbook',
          url: 'https://runbooks.example.com/checkout/http',
        },
      ],
      startedAt: new Date(1795143600_481),
      resolvedAt: undefined,
    });
  });

  it('reads the form that curl sends', () => {
    const body =
      'type=RECOVERY&host=web-1&service=disk%20%2Fvar&state=OK&output=DISK+OK+%26+fine&__proto__=x';
    expect(signalOf(read(body) as object)).toMatchObject({
      fingerprint: 'web-1!disk /var',
      status: 'resolved',
      description: 'DISK OK & fine',
      severity: undefined,
    });
  });

  it('takes macros that were not replaced for nothing', () => {
    const signal = signalOf(icinga.samples.host.payload as object);
    expect(signal.title).toBe('Host search-api-2');
    expect(signal.description).toBe('PING CRITICAL - Packet loss = 100%');
    expect(signal.labels).toEqual({
      host: 'search-api-2',
      address: '192.0.2.33',
    });
  });

  it.each([
    ['PROBLEM', 'CRITICAL', 'firing'],
    ['problem', undefined, 'firing'],
    ['RECOVERY', undefined, 'resolved'],
    ['CUSTOM', 'OK', 'resolved'],
    ['DOWNTIMEREMOVED', 'UP', 'resolved'],
    ['DOWNTIMECANCELLED', 'UNREACHABLE', 'firing'],
    ['SOMETHINGNEW', 'warning', 'firing'],
    [undefined, 'UNKNOWN', 'firing'],
  ])('a notification %s of the state %s is %s', (type, state, status) => {
    expect(signalOf({ type, state }).status).toBe(status);
  });

  it('dates the start by an open state and the end by a closed one', () => {
    const last_state_change = '1795143600';
    const at = new Date(1795143600_000);
    expect(signalOf({ last_state_change })).toMatchObject({
      startedAt: at,
      resolvedAt: undefined,
    });
    expect(signalOf({ last_state_change, type: 'RECOVERY' })).toMatchObject({
      startedAt: undefined,
      resolvedAt: at,
    });
    expect(signalOf({ last_state_change: '0' }).startedAt).toBeUndefined();
  });

  it('resolves a relative link against the address of Icinga Web, or leaves it out', () => {
    const notes_url = '/icingaweb2/doc/notes';
    expect(signalOf({ notes_url }).links).toEqual([]);
    const icingaweb_url = 'https://icinga.example.com/icingaweb2';
    expect(signalOf({ notes_url, icingaweb_url }).links[0].url).toBe(
      'https://icinga.example.com/icingaweb2/doc/notes',
    );
  });
});

describe('what a notification is told when it brings nothing', () => {
  it('says why of a downtime that begins', () => {
    const parsed = icinga.payload.parse({ ...firing, type: 'DOWNTIMESTART' });
    expect(icinga.remark!(parsed)).toContain('type DOWNTIMESTART says nothing');
  });

  it.each([
    [{ host: '$HOSTNAME$' }, 'host must be the name of the host, but is'],
    [{ host: undefined }, 'host must be the name of the host, but is missing'],
    [{ type: 'CUSTOM', state: 'ODD' }, 'state must be as Icinga or Nagios'],
    [{ type: '', state: '' }, 'type must be as Icinga or Nagios'],
  ])('refuses %j by its field', (said, sentence) => {
    expect(
      icinga.payload
        .safeParse({ ...firing, ...said })
        .error?.issues.map(issue => issue.message),
    ).toEqual([expect.stringContaining(sentence)]);
  });

  it('says that a body is empty', () => {
    expect(() => read(' ')).toThrow('The body is empty');
  });
});
