import type { HeatRow, Overview } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { anOnCallAnswer } from '../../service/testing/aSummary';

/** One system with two incidents today. */
export function aHeatRow(about: Partial<HeatRow> = {}): HeatRow {
  const days = Array.from({ length: 90 }, (_, day) => (day === 89 ? 2 : 0));
  return {
    entityRef: 'system:default/payments',
    title: 'Payments',
    days,
    worst: days.map(count => (count ? 1 : 0)),
    ...about,
  };
}

/** A portal with a history in which nothing is open. */
export function anOverview(about: Partial<Overview> = {}): Overview {
  return {
    at: testNow,
    open: [],
    openTotal: 0,
    incidentsIn90Days: 144,
    alertsIn90Days: 549,
    needs: [],
    maintenance: { status: 'ok', value: [] },
    onCall: {
      status: 'ok',
      value: [
        { entityRef: 'group:default/payments', answer: anOnCallAnswer() },
      ],
    },
    heat: { status: 'ok', value: [aHeatRow()] },
    ...about,
  };
}
