import type {
  EntitySummary,
  Incident,
  OnCallAnswer,
  OnCallPerson,
  Runbook,
} from 'backstage-plugin-incidents-common';
import {
  aScheme,
  anIncident,
  testNow,
} from 'backstage-plugin-incidents-common/testing';

/** The present of these tests. */
export const now = new Date(testNow);

/** An instant before the present. */
export function ago(span: { days?: number; minutes?: number }): string {
  const minutes = (span.days ?? 0) * 24 * 60 + (span.minutes ?? 0);
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

/** An instant after the present. */
export function ahead(minutes: number): string {
  return ago({ minutes: -minutes });
}

export function aPerson(about: Partial<OnCallPerson> = {}): OnCallPerson {
  return { ref: 'user:default/ada', displayName: 'Ada', ...about };
}

export function anOnCallAnswer(
  about: Partial<OnCallAnswer> = {},
): OnCallAnswer {
  return {
    provider: 'owner-group',
    providerTitle: 'Owner group',
    subject: 'group:default/payments',
    at: testNow,
    levels: [{ level: 1, name: 'Payments', people: [aPerson()] }],
    because: 'payments owns checkout.',
    ...about,
  };
}

export function aRunbook(about: Partial<Runbook> = {}): Runbook {
  return {
    id: 'r1',
    title: 'Checkout answers 5xx',
    kind: 'file',
    url: '/incidents/runbooks/component/default/checkout/r1',
    from: 'entity',
    fromRef: 'component:default/checkout',
    because: 'it matches the alert HighErrorRate.',
    matches: true,
    alerts: ['High*'],
    severities: [],
    steps: 5,
    lastReviewed: ago({ days: 10 }),
    stale: false,
    ...about,
  };
}

/** A quiet service of which everything is known. */
export function aSummary(about: Partial<EntitySummary> = {}): EntitySummary {
  return {
    entityRef: 'component:default/checkout',
    at: testNow,
    covers: 1,
    open: [],
    likelyCauses: [],
    recent: [],
    firing: [],
    maintenance: { status: 'ok', value: [] },
    incidentsIn90Days: 0,
    strip: [],
    onCall: { status: 'ok', value: anOnCallAnswer() },
    runbooks: { status: 'ok', value: { items: [aRunbook()], problems: [] } },
    severities: { status: 'ok', value: aScheme() },
    dependencies: { status: 'ok', value: [] },
    ...about,
  };
}

/** The same service with one incident of fourteen minutes. */
export function aBurningSummary(
  about: Partial<Incident> = {},
  others: Partial<EntitySummary> = {},
): EntitySummary {
  const incident = anIncident({
    key: 'INC-12',
    title: 'checkout 5xx',
    status: 'investigating',
    declaredAt: ago({ minutes: 14 }),
    ...about,
  });
  return aSummary({
    open: [incident],
    recent: [incident],
    strip: [incident],
    incidentsIn90Days: 1,
    lastIncidentAt: incident.declaredAt,
    ...others,
  });
}
