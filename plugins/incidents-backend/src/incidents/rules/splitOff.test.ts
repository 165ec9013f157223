import type { Alert } from 'backstage-plugin-incidents-common';
import { aScheme, anAlert } from 'backstage-plugin-incidents-common/testing';
import { aKeptIncident } from '../../testing/kept';
import { splitOff } from './splitOff';

const now = new Date('2026-11-20T04:00:00.000Z');
const actor = { type: 'user', ref: 'user:default/ada' } as const;
const scheme = aScheme();
const split = (about: Partial<Alert>, title?: string) =>
  splitOff(anAlert(about), {
    ...{ key: 'INC-9', scheme, level: scheme.levels[1], now, actor, title },
    place:
      about.entityRef === undefined && 'entityRef' in about
        ? undefined
        : 'component:default/checkout',
    source:
      'incidentKey' in about
        ? undefined
        : aKeptIncident({ alerts: 3, openAlerts: 2 }),
  });

describe('an alert that is split off', () => {
  it('has an incident that its person declared', () => {
    const { alerts, incidents, because } = split({});
    const [source, own] = incidents;
    expect(own).toMatchObject({
      ...{ place: 'component:default/checkout', stands: false },
      ...{ severityBy: 'system', runbookState: 'unchecked' },
    });
    expect(own.incident).toMatchObject({
      ...{ key: 'INC-9', title: 'HighErrorRate', status: 'declared' },
      ...{ severity: 'SEV2', openAlerts: 1, alerts: 1, declaredBy: actor },
      entityRefs: ['component:default/checkout'],
      declaredAt: now.toISOString(),
    });
    expect(because).toMatchObject([
      {
        kind: 'incident.declared',
        actor,
        text: 'SEV2 declared for HighErrorRate, split off INC-1',
        details: { title: 'HighErrorRate', severity: 'SEV2' },
        incidentKey: 'INC-9',
      },
      { kind: 'alert.moved', incidentKey: 'INC-1' },
      { kind: 'alert.moved', incidentKey: 'INC-9' },
    ]);
    expect(alerts[0]).toMatchObject({
      incidentKey: 'INC-9',
      triage: {
        outcome: 'declared',
        reason: 'user:default/ada split it off INC-1',
      },
    });
    expect(source.incident).toMatchObject({ alerts: 2, openAlerts: 1 });
  });

  it('is titled as its person likes', () => {
    const { incidents, because } = split({}, 'The new\u0000 one');
    expect(incidents[1].incident.title).toBe('The new one');
    expect(because[0].details).toMatchObject({ title: 'The new one' });
  });

  it('may come from no incident', () => {
    const { alerts, incidents, because } = split({ incidentKey: undefined });
    expect(because.map(({ text }) => text)).toEqual([
      'SEV2 declared for HighErrorRate',
      'HighErrorRate was moved here',
    ]);
    expect(alerts[0].triage.reason).toBe('user:default/ada split it off');
    expect(incidents).toHaveLength(1);
  });

  it.each<[string, Partial<Alert>, string]>([
    ['is over', { status: 'resolved' }, 'move it to another incident instead'],
    ['has no entity', { entityRef: undefined }, 'bind it to one first'],
  ])('gets none when it %s', (_, about, sentence) => {
    expect(() => split(about)).toThrow(sentence);
  });
});
