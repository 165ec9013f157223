export interface Config {
  incidents?: {
    escalation?: {
      /** Services of PagerDuty that policies may name: `{ notifier: pagerduty, settings: { service: <id> } }`. */
      pagerduty?: {
        services: Array<{
          /** What policies call it: lower-case letters, digits and dashes. */
          id: string;
          /**
           * The integration key of an Events API v2 integration of the service.
           * @visibility secret
           */
          routingKey: string;
        }>;
        /** Where the account lives. Default us. */
        region?: 'us' | 'eu';
        /**
         * Secrets of the webhook subscriptions by which PagerDuty says who acknowledged; several while one is replaced.
         * @visibility secret
         */
        webhookSecrets?: string[];
        /** Another address than that of the region, such as a relay. Begins with https://, or leads to the same machine. */
        eventsUrl?: string;
      };
    };
  };
}
