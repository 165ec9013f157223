import type { Alert } from 'backstage-plugin-incidents-common';
import { aScheme, anAlert } from 'backstage-plugin-incidents-common/testing';
import { acknowledgeByPerson, bindByPerson } from './byPerson';
import { routedEntry } from './placeAlert';

const actor = { type: 'user', ref: 'user:default/ada' } as const;

describe('who acknowledges an alert', () => {
  it('takes it up, and says so on the timeline of its incident', () => {
    expect(
      acknowledgeByPerson(anAlert(), { actor, note: 'on \u0000it' }),
    ).toEqual({
      after: anAlert({ status: 'acknowledged' }),
      because: [
        {
          kind: 'alert.acknowledged',
          actor,
          text: 'HighErrorRate was acknowledged: on it',
          details: { title: 'HighErrorRate', note: 'on \u0000it' },
          alertId: 'a1',
          incidentKey: 'INC-1',
        },
      ],
    });
  });

  it('needs not be the first', () => {
    const taken = anAlert({ status: 'acknowledged' });
    expect(acknowledgeByPerson(taken, { actor })).toBeUndefined();
  });

  it('comes too late when it is over', () => {
    const over = anAlert({ status: 'resolved' });
    expect(() => acknowledgeByPerson(over, { actor })).toThrow(
      'HighErrorRate is resolved; there is nothing left to acknowledge',
    );
  });
});

describe('who binds an alert', () => {
  const stray = (about: Partial<Alert> = {}) =>
    anAlert({
      entityRef: undefined,
      incidentKey: undefined,
      routing: { by: 'none', reason: 'no label', pending: true },
      triage: { outcome: 'unrouted', reason: 'no label' },
      severityRemark: 'huh',
      ...about,
    });
  const bind = (alert: Alert, note?: string) =>
    bindByPerson(alert, {
      ...{ actor, note, entityRef: 'component:default/mail' },
      reading: { level: aScheme().levels[0] },
    });

  it('gives it an entity, and with it the severity that its word has there', () => {
    expect(bind(stray(), 'it is theirs')).toEqual(
      stray({
        entityRef: 'component:default/mail',
        routing: {
          by: 'person',
          reason:
            'user:default/ada bound it to component:default/mail: it is theirs',
        },
        triage: {
          outcome: 'recorded',
          reason: 'no policy asked for an incident',
        },
        severity: 'SEV1',
        severityRemark: undefined,
      }),
    );
  });

  it.each<[string, Partial<Alert>, Alert['triage']]>([
    [
      'wakes nobody when it is over',
      { status: 'resolved' },
      { outcome: 'recorded', reason: 'it was over before it was bound' },
    ],
    [
      'wakes nobody when it is silenced',
      { triage: { outcome: 'silenced', reason: 'planned work' } },
      { outcome: 'silenced', reason: 'planned work' },
    ],
  ])('%s', (_, about, triage) => {
    expect(bind(stray(about)).triage).toEqual(triage);
  });

  it('is told to move it when it belongs to an incident', () => {
    expect(() => bind(stray({ incidentKey: 'INC-7' }))).toThrow(
      'HighErrorRate belongs to INC-7 already; move it to another incident instead',
    );
  });

  it('is named on the timeline, with what came of it', () => {
    const settled: Alert = {
      ...bind(stray()),
      triage: { outcome: 'attached', reason: 'INC-2 is open' },
      incidentKey: 'INC-2',
    };
    expect(routedEntry(settled, actor)).toMatchObject({
      kind: 'alert.routed',
      actor,
      text: 'HighErrorRate: user:default/ada bound it to component:default/mail; INC-2 is open',
      alertId: 'a1',
      incidentKey: 'INC-2',
    });
  });
});
