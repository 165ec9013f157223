import { ConflictError } from '@backstage/errors';
import type { Alert } from 'backstage-plugin-incidents-common';
import type { KeptAlert, TriageAlerts } from '../alerts';
import { afterCommit } from '../platform/database';
import type { ByPerson, HandDeps } from './alertHands';
import { movedEntries } from './rules/handOver';
import { planFor } from './rules/planFor';

/** Suggestions of one entity that go with the first. */
const mostTogether = 200;

/**
 * A person decides that an alert is an incident: it opens the one of its place, or joins what is open there by now. What else was
 * suggested for the same place comes along.
 *
 * @throws NotFoundError; ConflictError when the alert is over, has no entity, or belongs to an incident.
 */
export async function declareAlert(
  deps: HandDeps & { triage: TriageAlerts },
  id: string,
  { actor, note }: ByPerson,
): Promise<Alert> {
  const { alerts, database, timeline, clock, settings } = deps;
  const index = await deps.catalog.index().catch(() => undefined);
  return database.write(async tx => {
    const held = await alerts.holdSuggested(tx, id, mostTogether);
    const asked = held.find(({ alert }) => alert.id === id)!;
    checkDeclarable(asked.alert);
    const place = (alert: Alert) => planFor(alert, settings, index).place;
    const others = held.filter(
      ({ alert }) => alert.id !== id && place(alert) === place(asked.alert),
    );
    const together = [asked, ...others];
    const opened = together.map(({ alert }) => alert);
    const now = clock.now();
    const triaged = await deps.triage(
      tx,
      {
        ...{ opened, repeated: [], worsened: [], resolved: [] },
        acknowledged: opened.filter(({ status }) => status === 'acknowledged'),
      },
      { now, index, actor, asked: actor },
    );
    const settled = together.map(
      (kept): KeptAlert => ({
        ...kept,
        alert: { ...kept.alert, ...triaged.answers.get(kept.alert.id) },
      }),
    );
    const moved = settled.flatMap(({ alert }) =>
      movedEntries(alert, {
        ...{ actor, now, to: alert.incidentKey! },
        ...(alert.id === id && { note }),
      }),
    );
    await timeline.record(tx, [...triaged.because, ...moved], now, [
      ...triaged.rows,
      ...alerts.toRows(settled),
    ]);
    afterCommit(tx, () => triaged.after('written'));
    return settled[0].alert;
  });
}

function checkDeclarable(alert: Alert): void {
  const { title, status, entityRef, incidentKey } = alert;
  if (incidentKey) {
    throw new ConflictError(`${title} belongs to ${incidentKey} already`);
  }
  if (status === 'resolved') {
    throw new ConflictError(
      `${title} is resolved; there is nothing to declare`,
    );
  }
  if (!entityRef) {
    throw new ConflictError(
      `${title} belongs to no entity yet; bind it to one first`,
    );
  }
}
