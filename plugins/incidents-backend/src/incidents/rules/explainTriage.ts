import type { ExplainTriage } from '../../alerts';
import type { TriageSettings } from '../settings';
import { placeOf, policyFor } from './triage';

/** Says for a dry run what triage goes by. */
export function explainTriage(settings: TriageSettings): ExplainTriage {
  const { groupBy } = settings;
  const reason =
    groupBy.length > 0
      ? `incidents.triage.groupBy is ${groupBy.join(', ')}`
      : 'incidents.triage.groupBy is empty: one incident per entity';
  return alert => {
    const place = placeOf(alert, groupBy);
    return {
      group: place
        ? { result: place, reason }
        : { result: 'none', reason: 'without an entity it has no group' },
      policy: policyFor(alert, settings).because,
    };
  };
}
