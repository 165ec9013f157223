import type { PageNews, PersonalNotice } from 'backstage-plugin-incidents-node';

/** An event of the Events API v2. */
export type PagerDutyEvent = {
  routing_key: string;
  event_action: 'trigger' | 'acknowledge' | 'resolve';
  dedup_key: string;
  client?: string;
  client_url?: string;
  payload?: {
    summary: string;
    source: string;
    severity: string;
    component?: string;
    class: string;
    custom_details: Record<string, unknown>;
  };
  links?: Array<{ href: string; text: string }>;
};

/** By rank; all that is milder is information. */
const severities = ['critical', 'error', 'warning'];
/** Characters that PagerDuty takes of a summary. */
const longestSummary = 1_024;

const actions = { answered: 'acknowledge', over: 'resolve' } as const;

/** What begins an incident there, or joins the one that goes on. */
export function triggerOf(
  notice: PersonalNotice,
  routingKey: string,
): PagerDutyEvent {
  const { incident, links, thread } = notice;
  const { key, title, severity, severityRank, entityRefs } = incident;
  const [component] = entityRefs;
  return {
    ...{ routing_key: routingKey, event_action: 'trigger', dedup_key: thread },
    ...{ client: 'Backstage', client_url: links.acknowledge },
    payload: {
      summary: `${severity} ${title} (${key})`.slice(0, longestSummary),
      source: component ?? key,
      severity: severities[severityRank - 1] ?? 'info',
      ...(component && { component }),
      class: severity,
      custom_details: {
        ...{ incident: key, severity, entities: entityRefs },
        ...{ round: notice.round, urgency: notice.urgency },
        ...(notice.note && { note: notice.note }),
        ...(links.runbook && { runbook: links.runbook.url }),
      },
    },
    links: [
      { href: links.acknowledge, text: `Incident ${key}` },
      ...(links.runbook
        ? [{ href: links.runbook.url, text: `Runbook: ${links.runbook.title}` }]
        : []),
    ],
  };
}

/** What ends its calling there. */
export function followUpOf(
  { thread }: PersonalNotice,
  news: PageNews,
  routingKey: string,
): PagerDutyEvent {
  return {
    ...{ routing_key: routingKey, event_action: actions[news] },
    dedup_key: thread,
  };
}
