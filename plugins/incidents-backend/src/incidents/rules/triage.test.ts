import {
  incidentStatuses,
  type Alert,
  type Incident,
} from 'backstage-plugin-incidents-common';
import {
  aScheme,
  anAlert,
  anIncident,
} from 'backstage-plugin-incidents-common/testing';
import {
  calmIncident,
  declareForAlert,
  followIncident,
  joinIncident,
} from './triage';

const now = new Date('2026-11-20T04:00:00.000Z');
const [sev1, sev2, sev3] = aScheme().levels;
const actor = { type: 'integration', ref: 'prometheus' } as const;

describe('an incident that an alert declares', () => {
  const declare = (about: Partial<Alert>) =>
    declareForAlert(anAlert(about), {
      ...{ key: 'INC-9', scheme: aScheme(), level: sev2, now },
    });

  it('is about its entity and says who declared it', () => {
    expect(declare({ description: '5 %' })).toEqual({
      after: anIncident({
        key: 'INC-9',
        description: '5 %',
        declaredAt: now.toISOString(),
        updatedAt: now.toISOString(),
        lastAlertAt: now.toISOString(),
        version: 0,
      }),
      because: [
        {
          kind: 'incident.declared',
          actor,
          text: 'prometheus declared SEV2: HighErrorRate',
          details: {
            title: 'HighErrorRate',
            severity: 'SEV2',
            entityRefs: ['component:default/checkout'],
            detectionSource: 'monitor',
          },
          incidentKey: 'INC-9',
          alertId: 'a1',
        },
      ],
    });
  });

  it('says which one it follows', () => {
    const { after, because } = declareForAlert(anAlert(), {
      ...{ key: 'INC-9', scheme: aScheme(), level: sev2, now },
      follows: 'INC-3',
    });
    expect(after.follows).toBe('INC-3');
    expect(because[0]).toMatchObject({
      text: 'prometheus declared SEV2: HighErrorRate; it follows INC-3',
      details: { follows: 'INC-3' },
    });
  });

  it('is of the person who wanted it', () => {
    const ada = { type: 'user', ref: 'user:default/ada' } as const;
    const { after, because } = declareForAlert(anAlert(), {
      ...{ key: 'INC-9', scheme: aScheme(), level: sev2, now, person: ada },
    });
    expect(after.declaredBy).toEqual(ada);
    expect(because[0]).toMatchObject({
      actor: ada,
      text: 'SEV2 declared for HighErrorRate',
    });
  });

  it('has a title that fits a line', () => {
    expect(declare({ title: 'x'.repeat(500) }).after.title).toHaveLength(200);
  });
});

describe('an incident that another one follows', () => {
  it('is as it was, and says which and why', () => {
    const incident = anIncident();
    expect(
      followIncident(incident, { to: 'INC-2', refusal: 'it is full', actor }),
    ).toEqual({
      after: incident,
      because: [
        {
          kind: 'incident.followed',
          actor,
          text: 'INC-2 takes the next alerts: it is full',
          details: { by: 'INC-2', reason: 'it is full' },
          incidentKey: 'INC-1',
        },
      ],
    });
  });
});

describe('one more alert', () => {
  const join = (
    about: Partial<Incident>,
    level = sev2,
    severityBy = 'system',
  ) =>
    joinIncident(anIncident(about), anAlert({ id: 'a2', severity: level.id }), {
      ...{ now, level },
      severityBy: severityBy as 'system' | 'user',
    });

  it.each(['declared', 'investigating', 'identified'] as const)(
    'is counted by an incident that is %s, which stays that',
    status => {
      const { after, because } = join({ status });
      expect(after).toEqual(
        anIncident({
          status,
          openAlerts: 2,
          alerts: 2,
          updatedAt: now.toISOString(),
          lastAlertAt: now.toISOString(),
        }),
      );
      expect(because).toEqual([]);
    },
  );

  it('takes up again what was mitigated', () => {
    const { after, because } = join({
      status: 'mitigated',
      openAlerts: 0,
      mitigatedAt: '2026-11-20T03:30:00.000Z',
    });
    expect(after).toMatchObject({
      status: 'investigating',
      mitigatedAt: undefined,
      openAlerts: 1,
      alerts: 2,
    });
    expect(because.map(({ kind, text }) => [kind, text])).toEqual([
      ['incident.moved', 'HighErrorRate fires, so it is not over'],
    ]);
  });

  it.each([
    ['worse', sev1, 'system', 'SEV1'],
    ['as bad', sev2, 'system', 'SEV2'],
    ['less bad', sev3, 'system', 'SEV2'],
    ['worse, after a person judged', sev1, 'user', 'SEV2'],
    ['less bad, after a person judged', sev3, 'user', 'SEV2'],
  ])('that is %s', (_, level, by, severity) => {
    const { after, because } = join({}, level, by);
    expect(after).toMatchObject({
      severity,
      severityRank: severity === 'SEV1' ? 1 : 2,
    });
    expect(because.map(({ text }) => text)).toEqual(
      severity === 'SEV1' ? ['HighErrorRate is SEV1, so the incident is'] : [],
    );
  });

  it('that is worse takes a mitigated incident up and raises it, in this order', () => {
    const { because } = join({ status: 'mitigated' }, sev1);
    expect(because.map(({ kind }) => kind)).toEqual([
      'incident.moved',
      'incident.severity',
    ]);
  });
});

describe('alerts that are over', () => {
  const calm = (about: Partial<Incident>, resolved: number) =>
    calmIncident(anIncident(about), resolved, { now, actor });

  it.each(incidentStatuses)(
    'are counted by an incident that is %s, while others fire',
    status => {
      const { after, because } = calm({ status, openAlerts: 3 }, 2);
      expect(after).toMatchObject({ status, openAlerts: 1 });
      expect(because).toEqual([]);
    },
  );

  it.each(incidentStatuses)('calm it down, if it is %s', status => {
    const { after, because } = calm({ status, openAlerts: 2 }, 2);
    const isHot = ['declared', 'investigating', 'identified'].includes(status);
    expect(after).toMatchObject({
      status: isHot ? 'mitigated' : status,
      openAlerts: 0,
    });
    expect(after.mitigatedAt).toBe(isHot ? now.toISOString() : undefined);
    expect(because.map(({ text }) => text)).toEqual(
      isHot
        ? ['All its alerts are resolved; a person should look and resolve it']
        : [],
    );
  });

  it('are not taken for a person who took it up', () => {
    expect(calm({}, 1).after.acknowledgedAt).toBeUndefined();
  });

  it('never count below nothing', () => {
    expect(calm({ openAlerts: 1 }, 5).after.openAlerts).toBe(0);
  });
});
