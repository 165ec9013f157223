import { anIncident } from 'backstage-plugin-incidents-common/testing';
import type { Incident } from 'backstage-plugin-incidents-common';
import { needsOf, type Neglect } from './needsOf';

const now = new Date('2026-11-20T03:00:00.000Z');
const ago = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

const nothing: Neglect = {
  unanswered: [],
  withoutRunbook: [],
  alerts: [],
  suggested: { count: 0 },
  silences: { count: 0 },
  maintenance: { count: 0 },
  dead: { count: 0 },
};
const needs = (open: Partial<Incident>[], neglect: Partial<Neglect> = {}) =>
  needsOf(open.map(anIncident), { ...nothing, ...neglect }, now);

describe('what waits for a person', () => {
  it('is nothing on a quiet night', () => {
    expect(needs([])).toEqual([]);
    expect(needs([{ status: 'investigating', declaredAt: ago(60) }])).toEqual(
      [],
    );
  });

  it.each([
    [4, 0],
    [5, 0],
    [6, 1],
  ])('an incident that nobody took up for %d minutes: %d', (minutes, count) => {
    expect(needs([{ declaredAt: ago(minutes) }])).toHaveLength(count);
  });

  it('names all of a kind, and the oldest since when', () => {
    expect(
      needs([
        { key: 'INC-2', declaredAt: ago(10) },
        { key: 'INC-1', declaredAt: ago(20) },
        { key: 'INC-3', declaredAt: ago(1) },
      ]),
    ).toEqual([
      {
        kind: 'not-acknowledged',
        count: 2,
        since: ago(20),
        incidentKeys: ['INC-2', 'INC-1'],
      },
    ]);
  });

  it('an incident that is calm, since it calmed down', () => {
    const calm = { status: 'mitigated', declaredAt: ago(90) } as const;
    expect(needs([{ ...calm, mitigatedAt: ago(30) }])).toEqual([
      {
        kind: 'to-resolve',
        count: 1,
        since: ago(30),
        incidentKeys: ['INC-1'],
      },
    ]);
    expect(needs([calm])[0].since).toBe(ago(90));
  });

  it('comes in the order of its urgency', () => {
    const all = needs(
      [
        { key: 'INC-1', status: 'mitigated', mitigatedAt: ago(9) },
        { key: 'INC-2', declaredAt: ago(9) },
      ],
      {
        withoutRunbook: [{ key: 'INC-2', since: ago(9) }],
        alerts: [
          { pending: true, count: 3, since: ago(2) },
          { pending: false, count: 4, since: ago(3) },
        ],
        suggested: { count: 7, since: ago(6) },
        silences: { count: 6, since: ago(5) },
        maintenance: { count: 2, since: ago(4) },
        dead: { count: 5, since: ago(4) },
      },
    );
    expect(all.map(({ kind, count, since }) => [kind, count, since])).toEqual([
      ['not-acknowledged', 1, ago(9)],
      ['suggested-incidents', 7, ago(6)],
      ['unrouted-alerts', 4, ago(3)],
      ['routing-pending', 3, ago(2)],
      ['silence-ending', 6, ago(5)],
      ['maintenance-ending', 2, ago(4)],
      ['no-runbook', 1, ago(9)],
      ['to-resolve', 1, ago(9)],
      ['dead-letters', 5, ago(4)],
    ]);
  });
});
