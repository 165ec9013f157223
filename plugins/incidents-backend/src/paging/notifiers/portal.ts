import type { IncidentNotifier } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../../platform/catalog';
import type { PortalNotices } from '../../platform/portalNotices';
import { listOf } from '../../platform/sentences';

/** The portal's own notifications, which its processors carry on to chat and mail. */
export function createPortalNotifier(deps: {
  notices: PortalNotices;
  catalog: Catalog;
}): IncidentNotifier {
  return {
    id: 'portal',
    title: 'portal notification',
    async reaches({ ref }) {
      if (!ref.startsWith('user:')) return false;
      const index = await deps.catalog.index().catch(() => undefined);
      // Without the catalog people are believed: to try is better than to let it be.
      return !index || index.get(ref) !== undefined;
    },
    async notify({ person, incident, links, ...notice }) {
      if (!person) {
        const reason = 'portal notifications are for people, not for channels';
        return { outcome: 'failed', retry: false, reason };
      }
      const { key, severity, title, severityRank, entityRefs } = incident;
      const isFinal = notice.urgency === 'final';
      const outcome = await deps.notices.tell({
        to: [person.ref],
        title: `${
          isFinal ? 'Nobody answers' : 'You are paged'
        }: ${severity} ${title} (${key})`,
        description: [
          `On ${listOf(entityRefs)}. You are asked as ${notice.target}.`,
          notice.note && `“${notice.note}”`,
          links.runbook &&
            `Runbook: ${links.runbook.title} ${links.runbook.url}`,
          'Open it and say “I am on it”, or hand it on.',
        ]
          .filter(Boolean)
          .join(' '),
        // Within the portal, wherever that is.
        link: `/incidents/${key}#paged`,
        severity: severityRank === 1 || isFinal ? 'critical' : 'high',
        // A repeated attempt replaces the notification that an earlier one left.
        scope: `incidents-page-${notice.idempotencyKey}`,
      });
      if (outcome === 'sent') return { outcome };
      return outcome === 'absent'
        ? {
            outcome: 'failed',
            retry: false,
            reason: 'this portal has no notifications plugin',
          }
        : {
            outcome: 'failed',
            retry: true,
            reason: 'the notifications plugin did not take it',
          };
    },
  };
}
