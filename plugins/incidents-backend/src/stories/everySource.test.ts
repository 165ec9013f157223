import { alertSources } from 'backstage-plugin-incidents-backend-module-alert-sources';
import type { AlertSource } from 'backstage-plugin-incidents-node';
import { mutated, seededRandom } from 'backstage-plugin-incidents-node/testing';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

jest.setTimeout(120_000);

const mutationsOfEach = 8;

const engines = openEngines();

/** Deliveries that come through Amazon SNS are admitted by their signature, which has a story of its own. */
const needsSignature = (payload: unknown) =>
  typeof payload === 'object' && payload !== null && 'TopicArn' in payload;

const sources = alertSources.map(source => [source.id, source] as const);

function samplesOf(source: AlertSource) {
  return Object.entries(source.samples).filter(
    ([, { payload }]) => !needsSignature(payload),
  );
}

describe.each(engines.ids)('every source, on %s', engine => {
  let h: House;
  beforeAll(async () => {
    h = await house({
      knex: await engines.migrated(engine),
      config: {
        integrations: alertSources.map(({ id, guide }) => ({
          ...guide?.config,
          ...{ id, source: id, token: 'test-token' },
        })),
      },
    });
  });
  afterAll(() => h.stop());

  it.each(sources)(
    '%s: each sample becomes what it says',
    async (id, source) => {
      const kept = new Set<string>();
      const seen: string[] = [];
      for (const [name, { payload, expect: wanted }] of samplesOf(source)) {
        const { status, body } = await h.deliver(id, payload);
        expect([name, status]).toEqual([name, 202]);
        expect(body.alerts.map((alert: any) => alert.fingerprint)).toEqual(
          wanted.map(({ fingerprint }) => fingerprint),
        );
        // What brings no alert says why.
        expect(body.remark ?? 'alerts').toMatch(
          wanted.length > 0 ? /^alerts$/ : /\w \w/,
        );
        for (const { became, fingerprint, reason } of body.alerts) {
          if (became === 'opened') kept.add(fingerprint);
          // A sample may speak of something that a later one has resolved.
          expect(reason).toMatch(/\w/);
        }
        const fired = wanted.filter(({ status: said }) => said === 'firing');
        seen.push(...fired.map(({ fingerprint }) => fingerprint));
      }
      const alerts = await h.alerts(`?integration=${id}&limit=200`);
      expect(new Set(alerts.map(alert => alert.fingerprint))).toEqual(kept);
      expect([...kept]).toEqual(expect.arrayContaining(seen));
      for (const alert of alerts) {
        const triage = alert.incidentKey ? 'an incident' : alert.triage.reason;
        expect(triage).toMatch(/\w/);
      }
    },
  );

  it.each(sources)(
    '%s: whatever comes is understood or told what is wrong',
    async (id, source) => {
      const random = seededRandom(id.length);
      for (const [name, { payload }] of samplesOf(source)) {
        for (let i = 0; i < mutationsOfEach; i++) {
          const sent = JSON.stringify(mutated(payload, random));
          const { status, body } = await h.deliver(id, sent).timeout(5_000);
          const { name: error, message } = body.error ?? {};
          const isTold =
            status === 202 ||
            (status === 400 && error === 'InputError' && /\w \w/.test(message));
          expect([name, i, isTold ? 'told' : body]).toEqual([name, i, 'told']);
        }
      }
    },
  );
});
