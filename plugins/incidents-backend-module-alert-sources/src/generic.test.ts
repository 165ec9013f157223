import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { generic } from './generic';

describeAlertSource(generic);

function signalOf(alert: object) {
  const payload = generic.payload.parse({ title: 'Broken', ...alert });
  return generic.toSignals(payload)[0];
}

function refusalOf(payload: unknown) {
  return generic.payload
    .safeParse(payload)
    .error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
}

describe('what becomes of a generic alert', () => {
  it('carries over everything a responder needs', () => {
    const payload = generic.payload.parse(generic.samples.firing.payload);
    expect(generic.toSignals(payload)).toEqual([
      {
        fingerprint: 'invoice-queue-stalled',
        status: 'firing',
        title: 'The invoice queue has not moved for 10 minutes',
        description: '1 843 messages wait, the oldest since 02:50 UTC.',
        severity: 'high',
        entityRef: 'component:default/invoice-worker',
        labels: { queue: 'invoices', env: 'prod', depth: '1843' },
        links: [
          {
            title: 'Runbook',
            type: 'runbook',
            url: 'https://runbooks.example.com/invoice-worker/queue-stalled',
          },
          {
            title: 'Queue depth',
            type: 'dashboard',
            url: 'https://grafana.example.com/d/queues',
          },
        ],
        startedAt: new Date('2026-11-20T03:00:00Z'),
        resolvedAt: undefined,
      },
    ]);
  });

  it.each([
    [{}, 'firing'],
    [{ status: null }, 'firing'],
    [{ status: 'acknowledged' }, 'acknowledged'],
    [{ status: ' Resolved ' }, 'resolved'],
    [{ status: 'ok' }, 'resolved'],
    [{ state: 'resolved' }, 'resolved'],
    [{ state: 'alert' }, 'firing'],
    [{ status: 'firing', state: 'ok' }, 'firing'],
  ])('reads the status of %j as %s', (alert, status) => {
    expect(signalOf(alert).status).toBe(status);
  });

  it('tells a repeated delivery by its id, whoever numbers them', () => {
    const keyOf = (deliveryId: unknown) =>
      generic.deliveryKey!(
        generic.payload.parse({ title: 'Broken', deliveryId }),
        { rawBody: Buffer.from(''), headers: {} },
      );
    expect(keyOf('d-1')).toBe('d-1');
    expect(keyOf(17)).toBe('17');
    expect(keyOf('x'.repeat(101))).toMatch(/^[0-9a-f]{32}$/);
    expect([keyOf(undefined), keyOf(null), keyOf(' ')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what a generic alert is known by', () => {
  const known = (alert: object) => signalOf(alert).fingerprint;

  it('is its key, under either name', () => {
    expect(known({ dedupKey: 'k', fingerprint: 'f' })).toBe('k');
    expect(known({ fingerprint: 'f' })).toBe('f');
    expect(known({ dedupKey: '', fingerprint: 7 })).toBe('7');
  });

  it('is made of title, entity and labels where there is no key, in any order', () => {
    const alert = { entityRef: 'component:default/a', labels: { a: 1, b: 2 } };
    expect(known(alert)).toBe(
      known({
        ...alert,
        status: 'resolved',
        description: 'over',
        labels: { b: 2, a: '1' },
      }),
    );
    for (const other of [
      { title: 'Else' },
      { entityRef: 'component:default/b' },
      { labels: { a: 1, b: 3 } },
      { labels: {} },
    ]) {
      expect(known({ ...alert, ...other })).not.toBe(known(alert));
    }
  });

  it('stays apart from another long key that ends differently', () => {
    const long = 'k'.repeat(300);
    expect(known({ dedupKey: `${long}1` })).not.toBe(
      known({ dedupKey: `${long}2` }),
    );
    expect(known({ dedupKey: long })).toHaveLength(32);
  });
});

describe('what a sender is told when it is not understood', () => {
  it.each([
    [{}, 'title must be a text that says what is wrong, but is missing'],
    [{ title: ' \0 ' }, 'title must be a text that says what is wrong'],
    [
      { title: 'x', status: 'bad' },
      'status must be "firing", "acknowledged" or "resolved", but is "bad"',
    ],
    [{ title: 'x', state: '' }, 'state must be "firing", "acknowledged" or'],
    [{ title: 'x', severity: [] }, 'severity must be a text, but is a list'],
    [
      { title: 'x', startedAt: 'yesterday' },
      'startedAt must be an instant with its zone, such as "2026-11-20T03:00:00Z", but is "yesterday"',
    ],
    [
      { title: 'x', links: [{ href: 'https://example.com' }] },
      'links.0.url: url must be a text, an address that begins with https://, but is missing',
    ],
    [
      { title: 'x', links: [{ url: 'https://example.com', type: 'wiki' }] },
      'type must be "runbook", "dashboard", "alert" or "other"',
    ],
    [{ title: 'x', links: [5] }, 'links[0] must be an object with a url'],
    [
      { alerts: [{ title: 'x' }, { labels: {} }] },
      'alerts.1.title: title must be a text that says what is wrong, but is missing',
    ],
    [{ alerts: 'x' }, 'alerts must be a list of at most 10000 alerts'],
    [{ alerts: Array(10_001).fill({}) }, 'but is a list of 10001'],
    ['x', 'the body must be an object with the title of an alert'],
  ])('%# names the field and what was expected', (payload, sentence) => {
    expect(refusalOf(payload)).toEqual([expect.stringContaining(sentence)]);
  });
});
