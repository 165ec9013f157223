import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { createHmac } from 'node:crypto';
import { grafana } from './grafana';

describeAlertSource(grafana);

const { samples } = grafana;

function read(payload: unknown) {
  const parsed = grafana.payload.parse(payload);
  return {
    signals: grafana.toSignals(parsed),
    remark: grafana.remark!(parsed),
  };
}

function refusalOf(payload: unknown) {
  return grafana.payload
    .safeParse(payload)
    .error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
}

describe('what becomes of an alert of Grafana', () => {
  it('carries over everything a responder needs', () => {
    expect(read(samples.firing.payload).signals).toEqual([
      {
        fingerprint: 'c1f6a3b0de94582e',
        status: 'firing',
        title: 'checkout burns its error budget 14 times too fast',
        description: 'The ratio of 5xx answers is 7.2% over one hour.',
        severity: 'critical',
        entityRef: undefined,
        labels: {
          alertname: 'ErrorBudgetBurn',
          grafana_folder: 'Shop',
          service: 'checkout',
          severity: 'critical',
        },
        links: [
          expect.objectContaining({
            type: 'runbook',
            url: 'https://runbooks.example.com/checkout/error-budget',
          }),
          expect.objectContaining({ title: 'Panel', type: 'dashboard' }),
          expect.objectContaining({ title: 'Dashboard', type: 'dashboard' }),
          expect.objectContaining({ type: 'alert' }),
          expect.objectContaining({ type: 'other' }),
        ],
        startedAt: new Date('2026-11-19T17:58:10Z'),
        resolvedAt: undefined,
      },
    ]);
  });

  it('ends a resolved alert when Grafana says, not a firing one', () => {
    const [resolved, firing] = read(
      samples['group-of-mixed-status'].payload,
    ).signals;
    expect(resolved.resolvedAt).toEqual(new Date('2026-11-19T18:17:10Z'));
    expect(firing.resolvedAt).toBeUndefined();
    expect(firing.description).toContain('left out 3 more');
  });

  it('names a rule without data, and finds its relative links', () => {
    const [signal] = read(samples['no-data'].payload).signals;
    expect(signal.title).toBe('IndexLag: no data');
    expect(signal.severity).toBeUndefined();
    expect(signal.links.map(link => link.url)).toEqual([
      'https://grafana.example.com/alerting/grafana/b8c2d4/view',
      'https://grafana.example.com/alerting/silence/new?alertmanager=grafana',
    ]);
  });

  it('leaves relative links out when the payload names no base', () => {
    const alerts = [
      { status: 'firing', labels: {}, generatorURL: '/alerting/1' },
    ];
    expect(read({ alerts }).signals[0].links).toEqual([]);
  });

  it.each(['', ' ', '{{ .Fingerprint }}', null, {}])(
    'tells alerts with the fingerprint %p apart by their labels',
    fingerprint => {
      const of = (service: string) => ({
        status: 'firing',
        labels: { alertname: 'A', service },
        fingerprint,
      });
      const { signals } = read({ alerts: [of('a'), of('b'), of('a')] });
      expect(signals[0].fingerprint).not.toBe(signals[1].fingerprint);
      expect(signals[0].fingerprint).toBe(signals[2].fingerprint);
    },
  );

  it('takes the entity of a label or an annotation', () => {
    const alerts = [
      { status: 'firing', annotations: { backstage_entity: 'component:x' } },
    ];
    expect(read({ alerts }).signals[0].entityRef).toBe('component:x');
  });
});

describe('what becomes of a dashboard alert', () => {
  it('keeps what all series have in common, and what was measured', () => {
    expect(read(samples['dashboard-alert'].payload).signals[0]).toMatchObject({
      title: 'search-api latency',
      description:
        'Latency is above 250 ms.\n\n- search-api latency: 312.5\n- search-api latency: 298',
      severity: 'page',
      labels: { service: 'search-api', severity: 'page' },
      links: [{ type: 'alert' }],
    });
  });

  it.each(['pending', 'paused', 'unknown'])(
    'a rule that is %s changes nothing, and says so',
    state => {
      expect(read({ ruleId: 1, ruleName: 'A', state })).toEqual({
        signals: [],
        remark: expect.stringContaining(state),
      });
    },
  );

  it('does not merge rules without an id', () => {
    const keyOf = (ruleName: string, state: string) =>
      read({ ruleId: 0, ruleName, state, title: `[${state}] ${ruleName}` })
        .signals[0].fingerprint;
    expect(keyOf('A', 'alerting')).toBe(keyOf('A', 'ok'));
    expect(keyOf('A', 'alerting')).not.toBe(keyOf('B', 'alerting'));
  });
});

it.each(['test', 'dashboard-alert-test'])(
  'says that %s brings no alert',
  name => {
    expect(read(samples[name].payload).remark).toMatch(/test/);
  },
);

it.each([
  [{}, 'alerts: alerts must be a list of at most 10000 alerts'],
  [{ alerts: [{ status: 'on' }] }, 'alerts.0.status: status must be "firing"'],
  [{ alerts: [null] }, 'alerts.0: alerts[0] must be an object'],
  [{ state: 'broken' }, 'state: state must be "alerting", "no_data" or "ok"'],
])('names the field that it does not understand in %j', (payload, sentence) => {
  expect(refusalOf(payload)).toEqual([expect.stringContaining(sentence)]);
});

describe('the signature of Grafana', () => {
  const now = new Date('2026-11-20T03:00:00Z');
  const seconds = String(now.getTime() / 1000);
  const rawBody = Buffer.from('{"alerts":[]}');
  const sign = (text: string) =>
    createHmac('sha256', 'hush').update(text).digest('hex');
  const isGenuine = (headers: Record<string, string>, at = now) =>
    grafana.isGenuine!({ rawBody, headers }, 'hush', at);

  it('is over the body, or over the timestamp and the body', () => {
    const plain = sign('{"alerts":[]}');
    const timed = sign(`${seconds}:{"alerts":[]}`);
    const name = 'x-grafana-alerting-signature';
    const timeName = 'x-grafana-alerting-timestamp';
    expect(isGenuine({ [name]: plain })).toBe(true);
    expect(isGenuine({ [name]: timed, [timeName]: seconds })).toBe(true);
    expect(isGenuine({ [name]: plain, [timeName]: seconds })).toBe(false);
    expect(isGenuine({ [name]: timed })).toBe(false);
    expect(isGenuine({})).toBe(false);
    const later = new Date(now.getTime() + 300_001);
    expect(isGenuine({ [name]: timed, [timeName]: seconds }, later)).toBe(
      false,
    );
  });
});
