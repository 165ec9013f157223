import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { uptimeKuma } from './uptime-kuma';

describeAlertSource(uptimeKuma);

function signalOf(payload: unknown) {
  return uptimeKuma.toSignals(uptimeKuma.payload.parse(payload))[0];
}

function read(body: string, contentType: string) {
  return uptimeKuma.readBody!({
    rawBody: Buffer.from(body),
    headers: { 'content-type': contentType },
  });
}

describe('what becomes of a beat of Uptime Kuma', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(uptimeKuma.samples.down.payload)).toEqual({
      fingerprint: '17',
      status: 'firing',
      title: 'Shop / checkout',
      description:
        'Request failed with status code 503\n\nThe page where people pay',
      severity: undefined,
      entityRef: 'component:default/checkout',
      labels: {
        monitor: 'checkout',
        type: 'http',
        env: 'prod',
        backstage_entity: 'component:default/checkout',
        tags: 'shop',
      },
      links: [
        {
          title: 'Checked address',
          type: 'other',
          url: 'https://checkout.example.com/healthz',
        },
      ],
      startedAt: new Date('2026-11-20T03:00:00.480Z'),
      resolvedAt: undefined,
    });
  });

  it('dates its end and, where it is told, its beginning', () => {
    expect(signalOf(uptimeKuma.samples['down-resolved'].payload)).toMatchObject(
      {
        startedAt: new Date('2026-11-20T03:00:00.480Z'),
        resolvedAt: new Date('2026-11-20T03:13:30.101Z'),
      },
    );
  });

  it('does not take a reminder for the beginning', () => {
    expect(
      signalOf(uptimeKuma.samples['down-reminder'].payload).startedAt,
    ).toBeUndefined();
    const heartbeat = {
      status: '0',
      important: 0,
      time: '2026-11-20 03:00:00',
    };
    expect(signalOf({ heartbeat }).startedAt).toBeUndefined();
  });

  it('reads the form with the JSON in it, as multipart or not', () => {
    const json = JSON.stringify(uptimeKuma.samples.down.payload);
    const multipart = [
      '--xyz',
      'Content-Disposition: form-data; name="data"',
      '',
      json,
      '--xyz--',
      '',
    ].join('\r\n');
    const wanted = uptimeKuma.samples.down.payload;
    expect(read(multipart, 'multipart/form-data; boundary=xyz')).toEqual(
      wanted,
    );
    expect(
      read(
        new URLSearchParams({ data: json }).toString(),
        'application/x-www-form-urlencoded',
      ),
    ).toEqual(wanted);
    expect(read(json, 'text/plain')).toEqual(wanted);
    expect(() => read('data=oops', 'text/plain')).toThrow('is not JSON');
  });

  it('is known by its name when it has no number', () => {
    const known = (name: string, status: number) =>
      signalOf({ heartbeat: { status }, monitor: { name } }).fingerprint;
    expect(known('a', 0)).toBe(known('a', 1));
    expect(known('a', 0)).not.toBe(known('b', 0));
    expect(signalOf({ heartbeat: { status: 0, monitorID: 4 } })).toMatchObject({
      fingerprint: '4',
      title: 'Monitor without a name',
    });
  });
});

describe('what has no beat', () => {
  it('is the same notice on every day', () => {
    const notice = (days: number, host = 'a') =>
      signalOf({
        msg: `[${host}] server certificate ${host}.example.com will expire in ${days} days`,
      });
    expect(notice(14).title).toContain('will expire in 14 days');
    expect(notice(14).fingerprint).toBe(notice(7).fingerprint);
    expect(notice(14).fingerprint).not.toBe(notice(14, 'b').fingerprint);
  });

  it.each([
    ['test-button', 'A test of the notification'],
    ['maintenance', 'pending or under maintenance'],
  ])('%s says why it brings no alert', (name, sentence) => {
    const parsed = uptimeKuma.payload.parse(uptimeKuma.samples[name].payload);
    expect(uptimeKuma.remark!(parsed)).toContain(sentence);
  });

  it.each([
    [{}, 'msg must be a text, but is missing'],
    [
      { heartbeat: { status: 9 } },
      'status must be 0 for down or 1 for up, but is 9',
    ],
    [
      { heartbeat: {} },
      'status must be 0 for down or 1 for up, but is missing',
    ],
  ])('refuses %j by its field', (payload, sentence) => {
    expect(
      uptimeKuma.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([sentence]);
  });
});
