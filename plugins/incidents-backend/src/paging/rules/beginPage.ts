import type { Actor } from 'backstage-plugin-incidents-common';
import type { Decision } from '../../timeline';
import type { CallKind, PagedIncident } from '../incidentPort';
import { later, type EscalationPolicy, type KeptPage } from './page';

/** What makes people be called, and what makes that end. */
const calling: CallKind[] = ['declared', 'raised', 'released', 'reopened'];

/** What a call means for the page of its incident, given how both are by now. */
export function answerTo(
  kind: CallKind,
  incident: PagedIncident,
  page: KeptPage | undefined,
): 'begin' | 'acknowledge' | 'end' | 'nothing' {
  if (isOver(incident)) return page ? 'end' : 'nothing';
  if (kind === 'taken') return page ? 'acknowledge' : 'nothing';
  if (!calling.includes(kind) || page) return 'nothing';
  // A drill calls nobody who is on call for what is real.
  if (incident.drill || incident.pagesHeld) return 'nothing';
  return 'begin';
}

/** Its effect has ended, or it was none: nobody needs to get up for it. */
export function isOver({ status }: Pick<PagedIncident, 'status'>): boolean {
  return !['declared', 'investigating', 'identified'].includes(status);
}

export function beginPage(
  incident: PagedIncident,
  how: {
    id: string;
    policy: EscalationPolicy;
    because: string;
    actor: Actor;
    now: Date;
  },
): Decision<KeptPage> {
  const { id, policy, because, actor, now } = how;
  return {
    after: {
      ...{ id, incidentKey: incident.key, policy, because },
      ...{ status: 'waiting', round: 1, step: 0, version: 0 },
      episode: 1,
      startedAt: now,
      dueAt: later(now, policy.steps[0].after),
    },
    because: [
      {
        ...{ kind: 'page.started', actor, incidentKey: incident.key },
        text: `People are called by the policy ${policy.id}: ${because}`,
        details: { policy: policy.id, because },
      },
    ],
  };
}
