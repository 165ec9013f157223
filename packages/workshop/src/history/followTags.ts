import type { Incident, WebhookReply } from 'backstage-plugin-incidents-common';

/** Which incident a tag of the recording stands for at this moment. */
export interface FollowedTags {
  /** Learns from what a webhook answered: an alert stands for the incident that it belongs to. */
  delivered(reply: WebhookReply): void;
  declared(tag: string, incident: Pick<Incident, 'key'>): void;
  /**
   * @throws Error when no incident goes by this tag yet.
   */
  keyOf(tag: string): string;
}

export function followTags(): FollowedTags {
  const keys = new Map<string, string>();
  return {
    delivered({ alerts }) {
      for (const { fingerprint, incidentKey } of alerts) {
        if (incidentKey) {
          keys.set(fingerprint, incidentKey);
        }
      }
    },
    declared(tag, { key }) {
      keys.set(tag, key);
    },
    keyOf(tag) {
      const key = keys.get(tag);
      if (!key) {
        throw new Error(
          `No incident goes by ${tag}: nothing declared it, and no alert with this fingerprint became one`,
        );
      }
      return key;
    },
  };
}
