import type { EntryDraft } from '../../timeline';
import type { KeptNotice } from './notice';

const actor = { type: 'system', ref: 'escalation' } as const;

/** What is told of an attempt: that it arrived, or that it will not. A further attempt tells of itself. */
export function noticeEntry(
  notice: KeptNotice,
  { incident, title }: { incident: { key: string }; title: string },
): EntryDraft | undefined {
  const { state, target, person, notifier, reason = '' } = notice;
  if (state !== 'sent' && state !== 'failed') return undefined;
  const who = person?.displayName ?? target;
  const that = newsIn(notice);
  const details = {
    ...{ target, notifier, way: title, round: notice.round },
    ...(that && { news: notice.urgency }),
    ...(notice.step !== undefined && { step: notice.step + 1 }),
    people: person ? [{ ref: person.ref, name: person.displayName }] : [],
  };
  return state === 'sent'
    ? {
        ...{ kind: 'page.sent', actor, incidentKey: incident.key },
        text: `${who} was told by ${title}${that}`,
        details: { ...details, ...(notice.ref && { ref: notice.ref }) },
      }
    : {
        ...{ kind: 'page.failed', actor, incidentKey: incident.key },
        text: `${who} could not be told by ${title}${that}: ${reason}`,
        details: { ...details, reason },
      };
}

/** What is told besides that somebody is called. */
function newsIn({ urgency }: KeptNotice): string {
  if (urgency === 'answered') return ' that somebody is on it';
  return urgency === 'over' ? ' that nobody is needed any more' : '';
}
