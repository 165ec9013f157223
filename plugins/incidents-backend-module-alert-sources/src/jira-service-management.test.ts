import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { createHmac } from 'node:crypto';
import { jiraServiceManagement as source } from './jira-service-management';

describeAlertSource(source);

function signalOf(payload: unknown) {
  return source.toSignals(source.payload.parse(payload))[0];
}

function alertOf(alert: object, action = 'Create') {
  return signalOf({ action, alert });
}

function issueOf(issue: object, rest: object = {}) {
  return signalOf({ webhookEvent: 'jira:issue_updated', issue, ...rest });
}

describe('what becomes of an alert of Jira Service Management', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(source.samples.alert.payload)).toEqual({
      fingerprint: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
      status: 'firing',
      title: 'Checkout answers with errors',
      description: '7.3 % of the requests fail.',
      severity: 'P2',
      entityRef: 'component:default/checkout',
      labels: {
        backstage_entity: 'component:default/checkout',
        runbook_url: 'https://runbooks.example.com/checkout/errors',
        service: 'checkout',
        tags: 'OverwriteQuietHours',
        entity: 'checkout',
        source: 'prometheus',
      },
      links: [
        {
          title: 'Runbook',
          type: 'runbook',
          url: 'https://runbooks.example.com/checkout/errors',
        },
      ],
      startedAt: new Date(1795143600104),
      resolvedAt: undefined,
    });
  });

  it('reads the nanoseconds of its end', () => {
    expect(
      alertOf({ updatedAt: 1795144410764002300 }, 'Close').resolvedAt,
    ).toEqual(new Date(1795144410764));
  });

  it.each([
    ['create', 'firing'],
    ['EscalateNext', 'firing'],
    ['Delete', 'resolved'],
  ])('reads the action %s as %s', (action, status) => {
    expect(alertOf({}, action).status).toBe(status);
  });

  it('is known by its alias, then by what it says, when it has no id', () => {
    expect(alertOf({ alertId: '', alias: 'a' }).fingerprint).toBe('a');
    const known = (message: string, action?: string) =>
      alertOf({ message, alias: '{{alias}}' }, action).fingerprint;
    expect(known('A')).toBe(known('A', 'Close'));
    expect(known('A')).not.toBe(known('B'));
  });
});

describe('what becomes of an issue', () => {
  it('carries over everything a responder needs', () => {
    expect(signalOf(source.samples.issue.payload)).toEqual({
      fingerprint: '10042',
      status: 'firing',
      title: 'Search answers slowly',
      description: 'p99 is 2.4 s.',
      severity: 'High',
      entityRef: 'component:default/search-api',
      labels: {
        backstage_entity: 'component:default/search-api',
        tags: 'latency',
        issue: 'OPS-17',
        project: 'OPS',
        issue_type: '[System] Incident',
        component: 'search-api',
      },
      links: [
        {
          title: 'OPS-17',
          type: 'alert',
          url: 'https://example.atlassian.net/browse/OPS-17',
        },
      ],
      startedAt: new Date('2026-11-20T03:00:05.113Z'),
      resolvedAt: undefined,
    });
  });

  it('begins anew when it is opened once more', () => {
    const fields = {
      status: { statusCategory: { key: 'new' } },
      created: '2026-01-01T00:00:00.000+0000',
    };
    const changelog = { items: [{ field: 'status' }] };
    const timestamp = 1795143605113;
    expect(issueOf({ fields }, { changelog, timestamp }).startedAt).toEqual(
      new Date(timestamp),
    );
    expect(issueOf({ fields }, { timestamp }).startedAt).toEqual(
      new Date('2026-01-01T00:00:00Z'),
    );
  });

  it('is over when it has a resolution or is deleted, whatever its status', () => {
    const status = { statusCategory: { key: 'new' } };
    const resolution = { name: 'Done' };
    expect(
      issueOf({ fields: { status, resolution } }, { timestamp: 1795144410000 }),
    ).toMatchObject({
      status: 'resolved',
      resolvedAt: new Date(1795144410000),
    });
    expect(
      issueOf({ id: 5 }, { webhookEvent: 'jira:issue_deleted' }),
    ).toMatchObject({ fingerprint: '5', status: 'resolved' });
  });

  it('links to its page under the path of the server', () => {
    const status = { statusCategory: { key: 'new' } };
    const self = 'https://jira.example.com/jira/rest/api/2/issue/1';
    expect(
      issueOf({ self, key: 'OPS-1', fields: { status } }).links[0].url,
    ).toBe('https://jira.example.com/jira/browse/OPS-1');
    expect(issueOf({ key: 'OPS-1', fields: { status } }).links).toEqual([]);
  });
});

describe('who sent a delivery, and which it is', () => {
  const rawBody = Buffer.from('{"issue":{}}');
  const sign = (secret: string) =>
    `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;
  const isGenuine = (signature?: string) =>
    source.isGenuine!(
      { rawBody, headers: { 'x-hub-signature': signature } },
      'shared',
      new Date(0),
    );

  it('is genuine by the signature of its bytes only', () => {
    expect(isGenuine(sign('shared'))).toBe(true);
    expect(isGenuine(`${sign('old')}, ${sign('shared')}`)).toBe(true);
    for (const signature of [
      undefined,
      '',
      sign('other'),
      sign('shared').slice(7),
      `sha1=${sign('shared').slice(7)}`,
    ]) {
      expect(isGenuine(signature)).toBe(false);
    }
  });

  it('has the key that Jira gives it', () => {
    const keyOf = (headers: Record<string, string>) =>
      source.deliveryKey!({}, { rawBody, headers });
    expect(keyOf({ 'x-atlassian-webhook-identifier': 'w-1' })).toBe('w-1');
    expect(keyOf({})).toBeUndefined();
  });
});

describe('what brings no alert', () => {
  it.each([
    ['alert-noted', 'The action "AddNote" does not tell'],
    ['issue-commented', 'An event "comment_created"'],
  ])('%s says why', (name, sentence) => {
    const parsed = source.payload.parse(source.samples[name].payload);
    expect(source.remark!(parsed)).toContain(sentence);
  });

  it.each([
    [{}, 'alert must be an object, or there must be an issue, but is missing'],
    [{ alert: {} }, 'action must be a text such as "Create" or "Close", but'],
    [
      { issue: { fields: { status: { name: 'Open' } } } },
      'status must be a status with its category, "new", "indeterminate" or "done", but is an object',
    ],
  ])('refuses %j by its field', (payload, sentence) => {
    expect(
      source.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([expect.stringContaining(sentence)]);
  });
});
