import type {
  IncidentNotifier,
  NoticeOutcome,
  PersonalNotice,
} from 'backstage-plugin-incidents-node';
import { followUpOf, triggerOf, type PagerDutyEvent } from './event';
import { hearWebhook } from './hearWebhook';
import { sendEvent } from './sendEvent';
import type { PagerDutySettings } from './settings';

/** Services of PagerDuty, which call their own people: begun by a page, and ended with it. */
export function createPagerDutyNotifier({
  routingKeys,
  eventsUrl,
  webhookSecrets,
}: PagerDutySettings): IncidentNotifier {
  async function send(
    { settings }: PersonalNotice,
    write: (routingKey: string) => PagerDutyEvent,
  ): Promise<NoticeOutcome> {
    const routingKey = routingKeys.get(String(settings.service));
    if (routingKey) return sendEvent(eventsUrl, write(routingKey));
    const reason = `config has no service ${String(
      settings.service,
    )} of PagerDuty any more`;
    return { outcome: 'failed', retry: false, reason };
  }
  return {
    id: 'pagerduty',
    title: 'PagerDuty',
    reaches: () => false,
    checkSettings({ service, ...others }) {
      const known = [...routingKeys.keys()];
      if (typeof service !== 'string' || !routingKeys.has(service)) {
        return `service must be one of ${known.join(', ')}`;
      }
      const [other] = Object.keys(others);
      return other && `${other} is unknown; there is service alone`;
    },
    notify: notice => send(notice, key => triggerOf(notice, key)),
    follow: (notice, news) =>
      send(notice, key => followUpOf(notice, news, key)),
    hear: request => hearWebhook(request, webhookSecrets),
  };
}
