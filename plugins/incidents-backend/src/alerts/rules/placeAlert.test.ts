import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { isPlaceless, placeAlert, routedEntry } from './placeAlert';

const stray = anAlert({
  entityRef: undefined,
  incidentKey: undefined,
  routing: { by: 'none', reason: 'No entity: no label' },
  triage: { outcome: 'unrouted', reason: 'No entity: no label' },
});
const route = {
  entityRef: 'component:default/ledger',
  routing: { by: 'rule', reason: 'rule team is pay says ledger' },
} as const;
const reading = {
  level: { id: 'SEV2' },
  remark: undefined,
} as Parameters<typeof placeAlert>[2];

describe('an alert that may be placed', () => {
  it.each<[string, Partial<Alert>, boolean]>([
    ['is nobody’s', {}, true],
    ['may have been taken up', { status: 'acknowledged' }, true],
    ['is not over', { status: 'resolved' }, false],
    ['was not moved into an incident', { incidentKey: 'INC-1' }, false],
    ['is not held', { triage: { outcome: 'silenced', reason: 'x' } }, false],
    ['is not kept', { triage: { outcome: 'recorded', reason: 'x' } }, false],
  ])('%s', (_, about, is) => {
    expect(isPlaceless({ ...stray, ...about })).toBe(is);
  });

  it('has its entity then, and waits for nobody’s catalog', () => {
    const pending = { ...stray.routing, pending: true };
    const placed = placeAlert({ ...stray, routing: pending }, route, reading);
    expect(placed).toMatchObject({ ...route, severity: 'SEV2' });
    expect(placed.routing).toEqual(route.routing);
    expect(placed.triage.outcome).toBe('recorded');
  });

  it('leaves a sentence that names the rule and what came of it', () => {
    const placed = placeAlert(stray, route, reading);
    const actor = { type: 'user', ref: 'user:default/ada' } as const;
    expect(routedEntry(placed, actor)).toMatchObject({
      ...{ kind: 'alert.routed', actor, alertId: stray.id },
      text: `${stray.title}: rule team is pay says ledger; no policy asked for an incident`,
    });
  });
});
