import {
  pageThread,
  type PersonalNotice,
} from 'backstage-plugin-incidents-node';
import type { Alerts } from '../alerts';
import { within } from '../platform/within';
import type { Runbooks } from '../runbooks';
import type { AnswerLinks } from './answerLinks';
import type { PagedIncident } from './incidentPort';
import type { KeptNotice } from './rules/notice';

/** Makes of a row what is told: with the runbook, if that is known in time. */
export type WriteNotice = (
  notice: KeptNotice,
  incident: PagedIncident,
) => Promise<PersonalNotice>;

/** Nobody sleeps on because a folder of runbooks is slow. */
const patience = 3_000;
const alertsLookedAt = 20;

export function createWriteNotice(deps: {
  alerts: Alerts;
  runbooks: Runbooks;
  linkFor: AnswerLinks['linkFor'];
  /** Where people open the portal. */
  baseUrl: string;
}): WriteNotice {
  const base = deps.baseUrl.replace(/\/+$/, '');
  return async (notice, incident) => {
    const { key, title, severity, severityRank, entityRefs } = incident;
    const link = `${base}/incidents/${key}`;
    const acknowledgeOnce = await deps.linkFor(notice);
    const runbook = await within(
      runbookOf(deps, incident),
      patience,
      'too slow',
    ).catch(() => undefined);
    return {
      idempotencyKey: notice.id,
      thread: pageThread.write(notice.pageId, notice.episode),
      incident: { key, title, severity, severityRank, entityRefs },
      ...(notice.person && { person: notice.person }),
      ...{ target: notice.target, settings: notice.settings },
      urgency: notice.urgency === 'final' ? 'final' : 'page',
      round: notice.round,
      ...(notice.note && { note: notice.note }),
      links: {
        incident: link,
        acknowledge: `${link}#paged`,
        ...(acknowledgeOnce && { acknowledgeOnce }),
        ...(runbook && {
          // Pages of the portal are named without it.
          runbook: { ...runbook, url: new URL(runbook.url, `${base}/`).href },
        }),
      },
    };
  };
}

async function runbookOf(
  { alerts, runbooks }: { alerts: Alerts; runbooks: Runbooks },
  { key, entityRefs: [entityRef], severity }: PagedIncident,
): Promise<{ title: string; url: string } | undefined> {
  const { items } = await alerts.list(
    { incident: key, sort: '-startedAt', limit: alertsLookedAt },
    { filter: 'everything', index: undefined },
  );
  const answer = await runbooks.answerFor({
    ...{ entityRef, alerts: items, severity },
  });
  const [best] = answer.items;
  return best && { title: best.title, url: best.url };
}
