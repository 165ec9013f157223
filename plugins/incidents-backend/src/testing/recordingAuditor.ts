import { mockServices } from '@backstage/backend-test-utils';

export type AuditedEvent = {
  eventId: string;
  severityLevel?: string;
  meta?: object;
  outcome: 'success' | 'failure' | 'unfinished';
  error?: string;
};

/** An auditor that keeps all it is told, the request aside, which the real one writes by method and address. */
export function recordingAuditor() {
  const events: AuditedEvent[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async options => {
      const { eventId, severityLevel, meta } = options;
      const event: AuditedEvent = {
        ...{ eventId, severityLevel, meta },
        outcome: 'unfinished',
      };
      events.push(event);
      return {
        async success() {
          event.outcome = 'success';
        },
        async fail({ error }) {
          event.outcome = 'failure';
          event.error = error.message;
        },
      };
    },
  });
  return { auditor, events };
}
