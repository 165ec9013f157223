import { aScheme, anAlert } from 'backstage-plugin-incidents-common/testing';
import { aSignal } from '../../testing/aSignal';
import { openAlert, openedEntry } from './openAlert';
import type { Route } from './routeSignal';

const now = new Date('2026-11-20T03:00:00.000Z');
const routed: Route = {
  entityRef: 'component:default/checkout',
  routing: { by: 'label', reason: 'label entity_ref says checkout' },
};
const unrouted: Route = { routing: { by: 'none', reason: 'No entity: none' } };

function open(route: Route, about = {}, remark?: string) {
  return openAlert(aSignal(about), {
    id: 'a7',
    integration: { id: 'prometheus', source: { id: 'alertmanager' } },
    reading: { level: aScheme().levels[1], remark },
    ...{ route, now },
  });
}

describe('the first moment of an alert', () => {
  it('keeps who said what, where it belongs and how bad it is', () => {
    expect(
      open(routed, { description: '5 % of all answers' }, 'guessed'),
    ).toEqual({
      id: 'a7',
      integration: 'prometheus',
      source: 'alertmanager',
      fingerprint: 'f1',
      title: 'HighErrorRate',
      description: '5 % of all answers',
      status: 'firing',
      severity: 'SEV2',
      severityRemark: 'guessed',
      entityRef: 'component:default/checkout',
      routing: routed.routing,
      triage: {
        outcome: 'recorded',
        reason: 'no policy asked for an incident',
      },
      labels: { alertname: 'HighErrorRate', service: 'checkout' },
      links: [],
      startedAt: now.toISOString(),
      lastFiredAt: now.toISOString(),
      occurrences: 1,
    });
  });

  it('begins when the monitor says, and fired last when it was heard', () => {
    const startedAt = new Date('2026-11-20T02:55:00.000Z');
    expect(open(routed, { startedAt })).toMatchObject({
      startedAt: startedAt.toISOString(),
      lastFiredAt: now.toISOString(),
    });
  });

  it('without an entity says why', () => {
    const alert = open(unrouted);
    expect(alert.entityRef).toBeUndefined();
    expect(alert.triage).toEqual({
      outcome: 'unrouted',
      reason: 'No entity: none',
    });
  });
});

describe('the entry that an alert begins with', () => {
  it('says what, where, how bad, why there and what became of it', () => {
    expect(openedEntry(anAlert())).toMatchObject({
      kind: 'alert.opened',
      actor: { type: 'integration', ref: 'prometheus' },
      alertId: 'a1',
      incidentKey: 'INC-1',
      text: 'HighErrorRate fires on component:default/checkout, SEV2: label service=checkout names the component; no incident was open',
    });
  });

  it('says it as well of an alert that belongs nowhere', () => {
    expect(openedEntry(open(unrouted)).text).toBe(
      'HighErrorRate fires without an entity, SEV2: No entity: none; No entity: none',
    );
  });
});
