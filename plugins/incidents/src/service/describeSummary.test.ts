import { anAlert, anIncident } from 'backstage-plugin-incidents-common/testing';
import { byUrgency, describeSummary, nameOf } from './describeSummary';
import {
  aBurningSummary,
  ago,
  ahead,
  aRunbook,
  aSummary,
} from './testing/aSummary';

const keysOf = (summary: Parameters<typeof describeSummary>[0]) =>
  describeSummary(summary).lines.map(({ key }) => key);

const failed = { status: 'failed', reason: 'the catalog is down' } as const;

describe('the sentence of a service with an open incident', () => {
  it('says how bad, since when and what', () => {
    const { lines, incident } = describeSummary(aBurningSummary());
    expect(incident?.key).toBe('INC-12');
    expect(lines[0]).toEqual({
      key: 'open',
      values: {
        severity: { severity: 'SEV2', rank: 2 },
        lasting: { lasting: ago({ minutes: 14 }) },
        title: 'checkout 5xx',
      },
    });
  });

  it.each([
    ['declared', 'declared', 'major'],
    ['investigating', 'investigating', 'major'],
    ['identified', 'identified', 'major'],
    ['mitigated', 'mitigated', 'mitigated'],
  ] as const)('tells the stage %s', (status, key, tone) => {
    const headline = describeSummary(aBurningSummary({ status }));
    expect(headline.lines[1].key).toBe(key);
    expect(headline.tone).toBe(tone);
  });

  it('dates the mitigation by its last change when it has no time of its own', () => {
    const updatedAt = ago({ minutes: 3 });
    const { lines } = describeSummary(
      aBurningSummary({ status: 'mitigated', updatedAt }),
    );
    expect(lines[1].values).toEqual({ ago: { ago: updatedAt } });
  });

  it.each([
    [0, ['open', 'investigating']],
    [2, ['open', 'investigating', 'alertsFiring']],
  ])('counts %i alerts that still fire', (openAlerts, keys) => {
    expect(keysOf(aBurningSummary({ openAlerts }))).toEqual(keys);
  });

  it('is about the incident that burns worst and longest, and knows the others', () => {
    const open = [
      anIncident({ key: 'INC-1', severityRank: 1, status: 'mitigated' }),
      anIncident({ key: 'INC-2', severityRank: 3 }),
      anIncident({ key: 'INC-3', severityRank: 2, declaredAt: ago({}) }),
      anIncident({
        key: 'INC-4',
        severityRank: 2,
        declaredAt: ago({ minutes: 9 }),
      }),
      anIncident({ key: 'INC-5', severityRank: 1, status: 'resolved' }),
    ];
    expect(byUrgency(open).map(({ key }) => key)).toEqual([
      'INC-4',
      'INC-3',
      'INC-2',
      'INC-1',
    ]);
    const headline = describeSummary(aSummary({ open }));
    expect(headline.incident?.key).toBe('INC-4');
    expect(headline.alsoOpen.map(({ key }) => key)).toEqual([
      'INC-3',
      'INC-2',
      'INC-1',
    ]);
  });
});

describe('maintenance', () => {
  const work = (title: string) => ({
    ...{ id: title, title, entityRefs: ['component:default/checkout'] },
    createdBy: { type: 'user' as const, ref: 'user:default/ada' },
    ...{ startsAt: ago({ minutes: 5 }), endsAt: ahead(60) },
  });
  const said = {
    key: 'maintenance',
    values: { title: 'Index rebuild', until: { at: ahead(60) } },
  };
  const maintenance = {
    status: 'ok' as const,
    value: [work('Index rebuild')],
  };

  it('that is on is said after what burns', () => {
    const { lines } = describeSummary(aBurningSummary({}, { maintenance }));
    expect(lines[2]).toEqual(said);
  });

  it('that is on is said where nothing burns', () => {
    const { lines } = describeSummary(aSummary({ maintenance }));
    expect(lines[1]).toEqual(said);
  });

  it('of many is said of three', () => {
    const value = ['a', 'b', 'c', 'd'].map(work);
    const keys = keysOf(aSummary({ maintenance: { status: 'ok', value } }));
    expect(keys.filter(key => key === 'maintenance')).toHaveLength(3);
  });

  it.each([
    ['failed', 'the database is down'],
    ['hidden', 'ask for it'],
  ] as const)('that is %s is not said to be on', (status, reason) => {
    expect(keysOf(aSummary({ maintenance: { status, reason } }))).toEqual([
      'never',
    ]);
  });
});

it('points at a dependency that is broken too', () => {
  const broken = {
    entityRef: 'component:default/gateway',
    openIncidents: 2,
    worst: 'SEV1',
    keys: ['INC-3', 'INC-4'],
  };
  const { lines } = describeSummary(
    aBurningSummary(
      { openAlerts: 0 },
      { dependencies: { status: 'ok', value: [broken] } },
    ),
  );
  expect(lines[2]).toEqual({
    key: 'dependencyToo',
    values: {
      count: 2,
      severity: { severity: 'SEV1', rank: 1 },
      entity: { entity: 'component:default/gateway' },
    },
  });
});

describe('the probable cause of what is open', () => {
  const gateway = 'component:default/gateway';
  const broken = {
    ...{ entityRef: gateway, openIncidents: 1, worst: 'SEV1' },
    keys: ['INC-3'],
  };
  const caused = (
    about: Parameters<typeof anIncident>[0],
    causes = [anIncident({ key: 'INC-3', entityRefs: [gateway] })],
  ) =>
    describeSummary(
      aBurningSummary(
        { openAlerts: 0, likelyBecauseOf: ['INC-3'], ...about },
        {
          likelyCauses: causes,
          dependencies: { status: 'ok', value: [broken] },
        },
      ),
    ).lines.slice(2);

  it('is named instead of what is broken below it', () => {
    expect(caused({})).toEqual([
      {
        key: 'because',
        values: {
          incident: { incident: 'INC-3' },
          entity: { entity: gateway },
        },
      },
    ]);
  });

  it('is named without more, when the reader may not see it', () => {
    expect(caused({}, [])).toEqual([
      { key: 'becauseHidden', values: { key: 'INC-3' } },
    ]);
  });

  it('goes with a word about the pages that are held back', () => {
    const pagesHeld = { because: ['INC-3'] };
    expect(caused({ pagesHeld }).map(({ key }) => key)).toEqual([
      'because',
      'pagesHeld',
    ]);
  });
});

describe('the runbook that is offered first', () => {
  const general = aRunbook({ id: 'general', matches: false });
  const matching = aRunbook({ id: 'matching' });
  const withRunbooks = (items: (typeof general)[], covers = 1) =>
    aBurningSummary(
      {},
      { covers, runbooks: { status: 'ok', value: { items, problems: [] } } },
    );

  it.each([
    ['the one that matches the alert', [general, matching], 1, 'matching'],
    ['else the best of the service', [general], 1, 'general'],
    ['rolled up, only one that matches', [general, matching], 7, 'matching'],
    ['rolled up, none that is only general', [general], 7, undefined],
    ['none', [], 1, undefined],
  ])('%s', (_, items, covers, id) => {
    expect(describeSummary(withRunbooks(items, covers)).runbook?.id).toBe(id);
  });

  it.each([
    ['investigating', [matching], 'runbook'],
    ['mitigated', [matching], 'incident'],
    ['investigating', [], 'incident'],
  ] as const)('%s with %j: the %s comes first', (status, items, first) => {
    const runbooks = { items: [...items], problems: [] };
    const summary = aBurningSummary(
      { status },
      { runbooks: { status: 'ok', value: runbooks } },
    );
    expect(describeSummary(summary).first).toBe(first);
  });

  it('is missed by name where there is none', () => {
    expect(keysOf(withRunbooks([]))).toContain('noRunbook');
    expect(keysOf(withRunbooks([], 7))).not.toContain('noRunbook');
  });

  it('is not said to be missing when nobody could look', () => {
    const keys = keysOf(aBurningSummary({}, { runbooks: failed }));
    expect(keys).toContain('runbooksFailed');
    expect(keys).not.toContain('noRunbook');
  });

  it('is passed over in silence for who may not see it', () => {
    const hidden = { status: 'hidden', reason: 'not yours' } as const;
    expect(
      keysOf(aBurningSummary({ openAlerts: 0 }, { runbooks: hidden })),
    ).toEqual(['open', 'investigating']);
  });
});

describe('the sentence of a service without an open incident', () => {
  const lastIncidentAt = ago({ days: 12 });
  const broken = {
    entityRef: 'api:default/payments',
    openIncidents: 1,
    worst: 'SEV1',
    keys: ['INC-3'],
  };

  it('is calm when the last incident is over', () => {
    expect(describeSummary(aSummary({ lastIncidentAt }))).toEqual({
      tone: 'calm',
      lines: [{ key: 'quiet', values: { ago: { ago: lastIncidentAt } } }],
      alsoOpen: [],
    });
  });

  it('does not call a service healthy of which nothing was ever heard', () => {
    const { tone, lines } = describeSummary(aSummary());
    expect(tone).toBe('unknown');
    expect(lines[0].key).toBe('never');
  });

  it('warns of alerts that fire without an incident', () => {
    const firing = [anAlert(), anAlert({ id: 'a2' })];
    const { tone, lines } = describeSummary(
      aSummary({ firing, lastIncidentAt }),
    );
    expect(tone).toBe('warning');
    expect(lines).toEqual([
      { key: 'firingOnly', values: { count: 2 } },
      { key: 'lastIncident', values: { ago: { ago: lastIncidentAt } } },
    ]);
  });

  it('points at a dependency that is broken', () => {
    const { tone, lines } = describeSummary(
      aSummary({ dependencies: { status: 'ok', value: [broken] } }),
    );
    expect(tone).toBe('warning');
    expect(lines[0]).toEqual({
      key: 'dependencyOpen',
      values: {
        count: 1,
        severity: { severity: 'SEV1', rank: 1 },
        entity: { entity: 'api:default/payments' },
      },
    });
  });

  it('is not calm when the dependencies could not be checked', () => {
    const { tone, lines } = describeSummary(
      aSummary({ lastIncidentAt, dependencies: failed }),
    );
    expect(tone).toBe('unknown');
    expect(lines).toEqual([
      { key: 'nothingHere' },
      { key: 'dependenciesUnknown', values: { reason: 'the catalog is down' } },
      { key: 'lastIncident', values: { ago: { ago: lastIncidentAt } } },
    ]);
  });

  it('says how many parts it speaks for', () => {
    expect(keysOf(aSummary({ covers: 7, lastIncidentAt }))).toEqual([
      'quiet',
      'covers',
    ]);
    expect(keysOf(aBurningSummary({ openAlerts: 0 }, { covers: 7 }))).toEqual([
      'open',
      'investigating',
      'part',
      'covers',
    ]);
  });
});

it.each([
  ['component:default/checkout', 'checkout'],
  ['', ''],
])('shortens %s to %s', (ref, name) => {
  expect(nameOf(ref)).toBe(name);
});
