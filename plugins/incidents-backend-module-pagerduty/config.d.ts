import type { HumanDuration } from '@backstage/types';

export interface Config {
  incidents?: {
    onCall?: {
      /** Who is on call by PagerDuty: `incidents/on-call: pagerduty:<id of a schedule or an escalation policy>`. */
      pagerduty?: {
        /**
         * Of the REST API, read-only.
         * @visibility secret
         */
        token: string;
        /** Where the account is. Default us. */
        region?: 'us' | 'eu';
        /**
         * Address of the REST API, instead of that of the region. Begins with https://, or is on this machine.
         * @visibility backend
         */
        apiUrl?: string;
        /**
         * How often each schedule or policy is asked about. At least a minute; default 5 minutes.
         * @visibility backend
         */
        every?: HumanDuration | string;
        /** Requests that one process makes in a minute, at most. From 1 to 900; default 300. */
        requestsPerMinute?: number;
      };
    };
  };
}
