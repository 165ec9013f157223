import type { ActOnAlert } from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';

/** Does something about an alert; the answer is the alert as it is then. */
export function useActOnAlert(alertId: string) {
  return useIncidentsMutation((api, body: ActOnAlert) =>
    api.actOnAlert({ params: { id: alertId }, body }),
  );
}
