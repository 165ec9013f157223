import { usePermission } from '@backstage/plugin-permission-react';
import { incidentUpdatePermission } from 'backstage-plugin-incidents-common';

/** Whether the reader may change this incident. The backend decides again when they do. */
export function useMayUpdate(incidentKey: string): boolean {
  return usePermission({
    permission: incidentUpdatePermission,
    resourceRef: incidentKey,
  }).allowed;
}
