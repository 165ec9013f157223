import { ConflictError } from '@backstage/errors';
import {
  actionsFrom,
  incidentActions,
  incidentLifecycle,
  incidentStatuses,
  type Actor,
  type Incident,
} from 'backstage-plugin-incidents-common';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { moveIncident } from './moveIncident';

const now = new Date('2026-11-20T04:00:00.000Z');
const before = '2026-11-20T03:30:00.000Z';
const ada: Actor = { type: 'user', ref: 'user:default/ada' };
const monitor: Actor = { type: 'integration', ref: 'prometheus' };

const everyPair = incidentStatuses.flatMap(status =>
  incidentActions.map(action => ({
    ...{ status, action },
    to: incidentLifecycle[status][action],
  })),
);
const legal = everyPair.filter(({ to }) => to !== undefined);
const illegal = everyPair.filter(({ to }) => to === undefined);

/** An incident that went through everything. */
const old = (about: Partial<Incident>) =>
  anIncident({
    acknowledgedAt: before,
    identifiedAt: before,
    mitigatedAt: before,
    resolvedAt: before,
    closedAt: before,
    ...about,
  });

describe('every legal step', () => {
  it.each(legal)('$action takes $status to $to', ({ status, action, to }) => {
    const { after, because } = moveIncident(anIncident({ status }), {
      ...{ action, now },
      actor: ada,
      reason: 'because',
    });
    expect(after).toMatchObject({ status: to, updatedAt: now.toISOString() });
    expect(because).toEqual([
      {
        kind: 'incident.moved',
        actor: ada,
        text: 'because',
        details: { action, from: status, to, reason: 'because' },
        incidentKey: 'INC-1',
      },
    ]);
  });

  it.each(legal)(
    '$action from $status without a reason names the two stages',
    ({ status, action, to }) => {
      const [entry] = moveIncident(anIncident({ status }), {
        ...{ action, now },
        actor: ada,
      }).because;
      expect(entry.text).toBe(`${status} → ${to}`);
      expect(entry.details).toEqual({ action, from: status, to });
    },
  );
});

describe('every illegal step', () => {
  it.each(illegal)('$action is refused from $status', ({ status, action }) => {
    const incident = anIncident({ status });
    expect(() => moveIncident(incident, { action, now, actor: ada })).toThrow(
      `INC-1 is ${status}; it cannot ${action}, only ${actionsFrom(status).join(
        ', ',
      )}`,
    );
  });

  it('is refused as a conflict', () => {
    const close = () =>
      moveIncident(anIncident(), { action: 'close', now, actor: ada });
    expect(close).toThrow(ConflictError);
  });
});

describe('the times of the stages', () => {
  const at = now.toISOString();
  it.each([
    ['declared', 'identify', { identifiedAt: at }],
    ['identified', 'mitigate', { mitigatedAt: at }],
    ['mitigated', 'resolve', { resolvedAt: at }],
    ['resolved', 'close', { closedAt: at }],
    ['declared', 'dismiss', { closedAt: at }],
  ] as const)('%s, %s', (status, action, stamps) => {
    const { after } = moveIncident(anIncident({ status }), {
      ...{ action, now },
      actor: monitor,
    });
    expect(after).toEqual({
      ...anIncident({ status: after.status, updatedAt: at }),
      ...stamps,
    });
  });

  it.each([
    ['mitigated', { mitigatedAt: undefined }],
    ['resolved', { mitigatedAt: undefined, resolvedAt: undefined }],
    [
      'closed',
      { mitigatedAt: undefined, resolvedAt: undefined, closedAt: undefined },
    ],
    ['dismissed', { closedAt: undefined }],
  ] as const)('are taken back when what was %s is reopened', (status, gone) => {
    const { after } = moveIncident(old({ status }), {
      ...{ action: 'reopen', now },
      actor: ada,
    });
    expect(after).toMatchObject({
      status: 'investigating',
      acknowledgedAt: before,
      identifiedAt: before,
      ...gone,
    });
  });
});

describe('wherever an incident has been', () => {
  const step = (incident: Incident) =>
    actionsFrom(incident.status).map(
      action => moveIncident(incident, { action, now, actor: ada }).after,
    );
  const walks = (from: Incident[], steps: number): Incident[] =>
    steps === 0 ? from : [...from, ...walks(from.flatMap(step), steps - 1)];
  const everywhere = walks([anIncident()], 6);
  const having = (time: keyof Incident) => [
    ...new Set(
      everywhere.filter(one => one[time] !== undefined).map(one => one.status),
    ),
  ];

  it.each([
    ['mitigatedAt', ['mitigated', 'resolved', 'closed']],
    ['resolvedAt', ['resolved', 'closed']],
    ['closedAt', ['dismissed', 'closed']],
  ] as const)('has %s only while it is %j', (time, statuses) => {
    expect(having(time).sort()).toEqual([...statuses].sort());
  });

  it.each(['mitigated', 'resolved', 'closed', 'dismissed'])(
    'says since when it is %s',
    status => {
      const stamp = status === 'dismissed' ? 'closedAt' : `${status}At`;
      const those = everywhere.filter(one => one.status === status);
      expect(those.length).toBeGreaterThan(0);
      expect(those.map(one => one[stamp as keyof Incident])).not.toContain(
        undefined,
      );
    },
  );
});

describe('who takes an incident up', () => {
  const act = (actor: Actor, about: Partial<Incident> = {}) =>
    moveIncident(anIncident(about), { action: 'mitigate', now, actor }).after
      .acknowledgedAt;

  it('is the first person who does anything', () => {
    expect(act(ada)).toBe(now.toISOString());
    expect(act(ada, { acknowledgedAt: before })).toBe(before);
  });

  it.each<Actor>([monitor, { type: 'system', ref: 'auto-resolve' }])(
    'is not a $type',
    actor => {
      expect(act(actor)).toBeUndefined();
    },
  );
});
