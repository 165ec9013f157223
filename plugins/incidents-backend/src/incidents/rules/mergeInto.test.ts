import {
  incidentStatuses,
  isOpenStatus,
  type Incident,
} from 'backstage-plugin-incidents-common';
import {
  aScheme,
  anAlert,
  anIncident,
} from 'backstage-plugin-incidents-common/testing';
import { aKeptIncident } from '../../testing/kept';
import { mergeInto } from './mergeInto';

const now = new Date('2026-11-20T04:00:00.000Z');
const actor = { type: 'user', ref: 'user:default/ada' } as const;
const [level] = aScheme().levels;
const firing = { alert: anAlert(), level };
const over = { alert: anAlert({ id: 'a2', status: 'resolved' }), level };

const merge = (
  one: Partial<Incident>,
  two: Partial<Incident>,
  arrivals = [firing, over],
  note?: string,
) =>
  mergeInto(
    aKeptIncident({ alerts: 2, openAlerts: 1, ...one }),
    aKeptIncident({ key: 'INC-2', ...two }),
    arrivals,
    { actor, now, note },
  );

const stages = incidentStatuses.map(status => ({
  status,
  sentence: `INC-1 is ${status}; only incidents that are open can be merged`,
}));

describe('an incident that is merged', () => {
  it.each(stages.filter(({ status }) => isOpenStatus(status)))(
    'ends, although it is $status, and keeps no alert',
    ({ status }) => {
      const { incidents, because } = merge({ status, version: 3 }, {});
      expect(incidents[0].incident).toEqual(
        anIncident({
          ...{ status: 'dismissed', alerts: 0, openAlerts: 0, version: 3 },
          closedAt: now.toISOString(),
          updatedAt: now.toISOString(),
        }),
      );
      expect(because).toContainEqual({
        kind: 'incident.moved',
        actor,
        text: 'merged into INC-2',
        details: {
          ...{ action: 'dismiss', from: status, to: 'dismissed' },
          reason: 'merged into INC-2',
        },
        incidentKey: 'INC-1',
      });
    },
  );

  it.each(stages.filter(({ status }) => !isOpenStatus(status)))(
    'is open, as is the other: $status',
    ({ status, sentence }) => {
      expect(() => merge({ status }, {})).toThrow(sentence);
      expect(() => merge({ key: 'INC-3' }, { key: 'INC-1', status })).toThrow(
        sentence,
      );
    },
  );

  it('is not the other', () => {
    expect(() => merge({ key: 'INC-2' }, {})).toThrow(
      'INC-2 cannot be merged into itself',
    );
  });

  it('gives its alerts to the other, which counts them and is as bad as they are', () => {
    const { alerts, incidents } = merge({}, { alerts: 4, openAlerts: 1 });
    expect(incidents[1].incident).toMatchObject({
      ...{ key: 'INC-2', alerts: 6, openAlerts: 2, severity: 'SEV1' },
    });
    const triage = {
      outcome: 'attached',
      reason: 'user:default/ada merged INC-1 into INC-2',
    };
    expect(alerts).toEqual(
      [firing, over].map(({ alert }) => ({
        ...{ ...alert, incidentKey: 'INC-2', triage },
      })),
    );
  });

  it('is told of on both timelines, with the alerts that fire', () => {
    const { because } = merge({}, {}, [firing, over], 'same');
    expect(because.slice(0, 2)).toMatchObject([
      {
        kind: 'incident.merged',
        text: 'Merged into INC-2, with 2 alerts: same',
        details: { from: 'INC-1', to: 'INC-2', alerts: 2, firing: ['a1'] },
        incidentKey: 'INC-1',
      },
      {
        text: 'INC-1 was merged into this, with 2 alerts: same',
        incidentKey: 'INC-2',
      },
    ]);
    expect(merge({}, {}, [over]).because[0].text).toBe(
      'Merged into INC-2, with 1 alert',
    );
  });
});
