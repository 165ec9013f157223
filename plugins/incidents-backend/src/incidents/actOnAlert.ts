import type {
  ActOnAlert,
  Actor,
  Alert,
} from 'backstage-plugin-incidents-common';
import type { HandDeps } from './alertHands';
import type { TriageAlerts } from '../alerts';
import { declareAlert } from './declareAlert';
import { moveAlert } from './moveAlert';
import { splitAlert } from './splitAlert';

/**
 * What a person does about an alert.
 *
 * @throws NotFoundError, ConflictError, InputError
 */
export function actOnAlert(
  deps: HandDeps & { triage: TriageAlerts },
  id: string,
  { actor, ...act }: ActOnAlert & { actor: Actor },
): Promise<Alert> {
  switch (act.action) {
    case 'acknowledge':
      return deps.alerts.acknowledge(id, { ...act, actor });
    case 'bind':
      return deps.alerts.bind(id, { ...act, actor });
    case 'declare':
      return declareAlert(deps, id, { ...act, actor });
    case 'move':
      return moveAlert(deps, id, { ...act, actor });
    default:
      return splitAlert(deps, id, { ...act, actor });
  }
}
