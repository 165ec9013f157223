import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { reasonOf } from './sentences';

/** What people of the portal are told where they look anyway: in its notifications. */
export type Notice = {
  /** Users or groups; of a group each member is told. */
  to: string[];
  title: string;
  description: string;
  /** Within the portal, such as `/incidents`. */
  link: string;
  severity: 'critical' | 'high' | 'normal' | 'low';
  /** Notices with the same subject replace each other. */
  scope: string;
};

export type PortalNotices = {
  /** `absent` when the portal has no notifications: then to try again is of no use. */
  tell(notice: Notice): Promise<'sent' | 'failed' | 'absent'>;
};

/** Tells people by the portal's notifications, and does without where there are none. */
export function createPortalNotices(deps: {
  notifications: NotificationService;
  logger: LoggerService;
}): PortalNotices {
  let saidAbsent = false;
  return {
    async tell({ to, ...payload }) {
      try {
        await deps.notifications.send({
          recipients: { type: 'entity', entityRef: to },
          payload: { ...payload, topic: 'incidents' },
        });
        return 'sent';
      } catch (error) {
        const reason = reasonOf(error);
        // What the router of the backend answers for a plugin that is not there.
        if (/status 404\b/.test(reason)) {
          if (!saidAbsent) {
            deps.logger.info(
              'This portal has no notifications plugin; people are told by the pages of incidents alone',
            );
          }
          saidAbsent = true;
          return 'absent';
        }
        deps.logger.warn(`“${payload.title}” was not told: ${reason}`);
        return 'failed';
      }
    },
  };
}
