import { mockServices } from '@backstage/backend-test-utils';
import { readTriageSettings } from './settings';

const hour = 60 * 60 * 1000;
const read = (triage?: object) =>
  readTriageSettings(
    mockServices.rootConfig({ data: { incidents: { triage } } }),
    ['SEV1', 'SEV2', 'SEV4'],
  );

describe('triage in config', () => {
  it('declares for everything and resolves nothing, when nothing is said', () => {
    expect(read()).toEqual({
      default: 'declare',
      bySeverity: new Map(),
      groupBy: [],
      policies: [],
      inhibition: { depth: 1, holdPages: false },
      autoResolveAfter: undefined,
    });
  });

  it('is read', () => {
    expect(
      read({
        default: 'attach',
        bySeverity: { SEV1: 'declare', SEV4: 'suggest' },
        groupBy: ['env'],
        window: '90m',
        cap: 100,
        inhibition: { severities: ['SEV1'], depth: 2, holdPages: true },
        autoResolve: { afterMitigated: { hours: 24 } },
      }),
    ).toEqual({
      default: 'attach',
      bySeverity: new Map([
        ['SEV1', 'declare'],
        ['SEV4', 'suggest'],
      ]),
      groupBy: ['env'],
      window: 1.5 * hour,
      cap: 100,
      policies: [],
      inhibition: { severities: ['SEV1'], depth: 2, holdPages: true },
      autoResolveAfter: 24 * hour,
    });
  });

  it('has policies, each of which knows where it stands', () => {
    const match = {
      entities: ['system:default/payments', 'component:default/pay*'],
      severities: ['SEV1', 'SEV2'],
      labels: { env: 'prod*' },
      title: '*5xx*',
      integrations: ['prometheus'],
    };
    const { policies } = read({
      policies: [
        {
          ...{ name: 'Payments', match },
          then: {
            ...{ outcome: 'declare', groupBy: ['alert', 'env'] },
            ...{ window: { hours: 2 }, cap: 20 },
          },
        },
        { match: {}, then: { outcome: 'record' } },
      ],
    });
    expect(policies).toEqual([
      {
        ...{ line: 'incidents.triage.policies[0]', name: 'Payments', match },
        then: {
          ...{ outcome: 'declare', groupBy: ['alert', 'env'] },
          ...{ window: 2 * hour, cap: 20 },
        },
      },
      {
        line: 'incidents.triage.policies[1]',
        match: {},
        then: { outcome: 'record' },
      },
    ]);
  });

  const then = { outcome: 'record' };
  const policy = (about: object) => ({
    policies: [{ match: {}, then, ...about }],
  });
  it.each([
    [{ default: 'page' }, /it must be one of declare, attach, suggest, record/],
    [{ bySeverity: { SEV1: 'ignore' } }, /incidents\.triage says ignore/],
    [{ autoResolve: { afterMitigated: 'soon' } }, /afterMitigated/],
    [{ groupBy: 'env' }, /groupBy/],
    [{ window: 'soon' }, /window/],
    [{ window: '59s' }, /incidents\.triage\.window must be a minute or more/],
    [{ cap: 0 }, /incidents\.triage\.cap must be a whole number of 1 or more/],
    [{ cap: 1.5 }, /incidents\.triage\.cap must be a whole number/],
    [{ inhibition: { depth: -1 } }, /incidents\.triage\.inhibition\.depth/],
    [{ inhibition: { depth: 6 } }, /incidents\.triage\.inhibition\.depth/],
    [{ inhibition: { holdPage: true } }, /inhibition .*"holdPage"/],
    [{ inhibition: { holdPages: 'yes' } }, /inhibition\.holdPages/],
    [
      { inhibition: { severities: ['SEV9'] } },
      /inhibition\.severities names SEV9, which is no level/,
    ],
    [{ policies: {} }, /policies/],
    [policy({ match: undefined }), /policies\[0\]\.match in config/],
    [policy({ then: undefined }), /policies\[0\]\.then in config/],
    [policy({ then: {} }), /policies\[0\]\.then in config .* says nothing/],
    [policy({ then: { outcome: 'page' } }), /policies\[0\]\.then\.outcome/],
    [policy({ then: { cap: -1 } }), /policies\[0\]\.then\.cap must be/],
    [policy({ then: { window: '1s' } }), /policies\[0\]\.then\.window must be/],
    [policy({ match: { entity: ['x'] } }), /policies\[0\]\.match .*"entity"/],
    [policy({ match: { severities: [] } }), /policies\[0\]\.match\.severities/],
    [policy({ match: { labels: { a: 1 } } }), /match\.labels\.a/],
    [
      policy({ match: { severities: ['SEV3'] } }),
      /policies\[0\]\.match\.severities names SEV3, which is no level .* SEV1, SEV2, SEV4/,
    ],
  ])('that is wrong is refused with a sentence: %j', (triage, message) => {
    expect(() => read(triage)).toThrow(message);
  });
});
