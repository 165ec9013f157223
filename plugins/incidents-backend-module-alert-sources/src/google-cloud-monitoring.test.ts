import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { googleCloudMonitoring } from './google-cloud-monitoring';

describeAlertSource(googleCloudMonitoring);

const { samples } = googleCloudMonitoring;

function signalsOf(payload: unknown) {
  return googleCloudMonitoring.toSignals(
    googleCloudMonitoring.payload.parse(payload),
  );
}

function signalOf(incident: object) {
  return signalsOf({
    version: '1.2',
    incident: { state: 'open', ...incident },
  })[0];
}

describe('what becomes of an incident of Cloud Monitoring', () => {
  it('carries over everything a responder needs', () => {
    const [signal] = signalsOf(samples.firing.payload);
    expect(signal).toMatchObject({
      title: '[ALERT] checkout is busy',
      severity: 'Critical',
      entityRef: 'checkout',
      labels: {
        service: 'checkout',
        team: 'shop',
        project: 'shop-prod',
        policy: 'checkout is busy',
        condition: 'VM Instance - CPU utilization',
        resource_type: 'gce_instance',
        resource: 'checkout-7c9d',
        instance_id: '8979287136362607111',
        metric: 'compute.googleapis.com/instance/cpu/utilization',
      },
      startedAt: new Date(1795143491_000),
      resolvedAt: undefined,
    });
    expect(signal.description).toMatch(
      /^CPU utilization for .*\n\nLook at the deployments/s,
    );
    expect(signal.links.map(link => [link.type, link.title])).toEqual([
      ['runbook', 'Runbook'],
      ['dashboard', 'Dashboard of checkout'],
      ['alert', 'Incident in Cloud Monitoring'],
    ]);
  });

  it('says when it was over', () => {
    expect(signalsOf(samples['firing-resolved'].payload)[0].resolvedAt).toEqual(
      new Date(1795144631_000),
    );
  });

  it.each(['No severity', 'no severity', '', null, undefined])(
    'has no severity when it says %j',
    severity => {
      expect(signalOf({ severity }).severity).toBeUndefined();
    },
  );

  it('reads the documentation of version 1.1, which is a text', () => {
    const [signal] = signalsOf(samples['version-1.1'].payload);
    expect(signal).toMatchObject({
      title: 'Answers of search-api: Uptime check on search-api',
      links: [
        {
          type: 'runbook',
          url: 'https://runbooks.example.com/search-api/uptime',
        },
        { type: 'alert' },
      ],
    });
  });

  it('takes an entity of another kind from the documentation', () => {
    const content = 'backstage_entity: resource:default/orders-db';
    expect(signalOf({ documentation: { content } }).entityRef).toBe(
      'resource:default/orders-db',
    );
  });

  it.each([undefined, '', '${incident_id}', null])(
    'without an id (%j) is known by its policy, condition and labels',
    incident_id => {
      const one = { incident_id, policy_name: 'p', condition_name: 'c' };
      const known = signalOf(one).fingerprint;
      expect(
        signalOf({ ...one, state: 'closed', summary: 'over' }).fingerprint,
      ).toBe(known);
      expect(signalOf({ ...one, policy_name: 'q' }).fingerprint).not.toBe(
        known,
      );
    },
  );

  it('knows no instant of a 0', () => {
    expect(signalOf({ started_at: 0 }).startedAt).toBeUndefined();
  });

  it('is a test when its version says so, and says that', () => {
    const payload = googleCloudMonitoring.payload.parse(
      samples['test-button'].payload,
    );
    expect(googleCloudMonitoring.remark!(payload)).toContain('test');
  });

  it.each([
    [{ incident: { state: 'paused' } }, 'state must be "open"'],
    [
      { incident: {} },
      'state must be "open", "acknowledged" or "closed", but is missing',
    ],
    [{}, 'incident must be the incident'],
  ])('%j is refused with the name of the field', (payload, sentence) => {
    expect(
      googleCloudMonitoring.payload
        .safeParse(payload)
        .error?.issues.map(issue => issue.message),
    ).toEqual([expect.stringContaining(sentence)]);
  });
});
