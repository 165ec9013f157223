import type { Alert, Incident } from 'backstage-plugin-incidents-common';
import { aScheme, anAlert } from 'backstage-plugin-incidents-common/testing';
import { aKeptIncident } from '../../testing/kept';
import { giveAlerts, handOver, movedEntries } from './handOver';

const now = new Date('2026-11-20T04:00:00.000Z');
const actor = { type: 'user', ref: 'user:default/ada' } as const;
const over = anAlert({ id: 'a2', status: 'resolved' });

describe('an alert that changes hands', () => {
  const [sev1, sev2] = aScheme().levels;
  const hand = (
    about: Partial<Alert>,
    to: Partial<Incident> = {},
    from: Partial<Incident> | undefined = {},
  ) =>
    handOver(
      { alert: anAlert(about), level: sev2 },
      {
        source: from && aKeptIncident(from),
        target: aKeptIncident({ key: 'INC-2', ...to }),
      },
      { actor, now },
    );
  const told = (handed: ReturnType<typeof hand>) =>
    handed.because.map(({ kind, incidentKey }) => [kind, incidentKey]);

  it('is counted where it comes to, and no more where it was', () => {
    const handed = hand({}, {}, { alerts: 2, openAlerts: 2 });
    expect(handed.alerts).toEqual([
      anAlert({
        incidentKey: 'INC-2',
        triage: {
          outcome: 'attached',
          reason: 'user:default/ada moved it from INC-1 to INC-2',
        },
      }),
    ]);
    expect(
      handed.incidents.map(({ incident }) => [
        ...[incident.key, incident.alerts, incident.openAlerts],
      ]),
    ).toEqual([
      ['INC-1', 1, 1],
      ['INC-2', 2, 2],
    ]);
    expect(told(handed)).toEqual([
      ['alert.moved', 'INC-1'],
      ['alert.moved', 'INC-2'],
    ]);
  });

  it('tells what it does to both, after it is told of', () => {
    expect(told(hand({}, { status: 'mitigated' }))).toEqual([
      ['alert.moved', 'INC-1'],
      ['alert.moved', 'INC-2'],
      ['incident.moved', 'INC-1'],
      ['incident.moved', 'INC-2'],
    ]);
  });

  it('may come from no incident', () => {
    const target = aKeptIncident({ key: 'INC-2', severityRank: 3 });
    const arrival = {
      alert: anAlert({ incidentKey: undefined }),
      level: sev1,
    };
    const handed = handOver(
      arrival,
      { source: undefined, target },
      { actor, now },
    );
    expect(handed.alerts[0].triage.reason).toBe(
      'user:default/ada moved it to INC-2',
    );
    expect(told(handed)).toEqual([
      ['alert.moved', 'INC-2'],
      ['incident.severity', 'INC-2'],
    ]);
  });

  it.each(['resolved', 'closed', 'dismissed'] as const)(
    'goes to nothing that is %s',
    status => {
      expect(() => hand({}, { status })).toThrow(
        `INC-2 is ${status}; reopen it first`,
      );
    },
  );
});

describe('an incident that gives alerts away', () => {
  const give = (about: Partial<Incident>, alerts = [anAlert()]) => {
    const given = giveAlerts(aKeptIncident(about), alerts, {
      ...{ actor, now, to: 'INC-2' },
    });
    return { after: given.incidents[0].incident, because: given.because };
  };

  it('counts those that it keeps', () => {
    const { after, because } = give({ alerts: 5, openAlerts: 3 }, [
      anAlert(),
      over,
    ]);
    expect(after).toMatchObject({
      ...{ alerts: 3, openAlerts: 2, status: 'declared' },
      updatedAt: now.toISOString(),
    });
    expect(because).toEqual([]);
  });

  it.each(['declared', 'investigating', 'identified'] as const)(
    'calms down when none is left that fires, if it was %s',
    status => {
      const { after, because } = give({ status, alerts: 2, openAlerts: 1 });
      expect(after).toMatchObject({
        ...{ status: 'mitigated', alerts: 1, openAlerts: 0 },
        mitigatedAt: now.toISOString(),
      });
      expect(because).toMatchObject([
        {
          kind: 'incident.moved',
          actor,
          text: 'What fired belongs to INC-2 now; a person should look and resolve this',
        },
      ]);
    },
  );

  it.each(['mitigated', 'resolved', 'closed', 'dismissed'] as const)(
    'stays %s',
    status => {
      const { after, because } = give({ status });
      expect(after).toMatchObject({ status, alerts: 0, openAlerts: 0 });
      expect(because).toEqual([]);
    },
  );

  it('does not calm down by giving what was over', () => {
    const { after, because } = give({ alerts: 1, openAlerts: 0 }, [over]);
    expect(after).toMatchObject({ status: 'declared', alerts: 0 });
    expect(because).toEqual([]);
  });
});

describe('what timelines tell of an alert that changes hands', () => {
  const told = (hands: object) =>
    movedEntries(anAlert(), { to: 'INC-2', actor, now, ...hands }).map(
      ({ incidentKey, text }) => [incidentKey, text],
    );

  it.each([
    [
      'both of them',
      { from: 'INC-1', note: 'same cause' },
      [
        ['INC-1', 'HighErrorRate was moved to INC-2: same cause'],
        ['INC-2', 'HighErrorRate was moved here from INC-1: same cause'],
      ],
    ],
    [
      'the new one, when there was no old one',
      {},
      [['INC-2', 'HighErrorRate was moved here']],
    ],
  ])('%s', (_, hands, expected) => {
    expect(told(hands)).toEqual(expected);
  });

  it('says from where to where, and whether it fires', () => {
    const hands = { from: 'INC-1', to: 'INC-2', actor, now };
    const [left] = movedEntries(over, hands);
    expect(left).toMatchObject({
      kind: 'alert.moved',
      actor,
      details: {
        ...{ title: 'HighErrorRate', from: 'INC-1', to: 'INC-2' },
        fires: false,
      },
      alertId: 'a2',
    });
  });
});
