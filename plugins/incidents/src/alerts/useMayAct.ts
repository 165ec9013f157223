import { usePermission } from '@backstage/plugin-permission-react';
import {
  alertUpdatePermission,
  incidentDeclarePermission,
  routingReadPermission,
  routingUpdatePermission,
  silenceUpdatePermission,
} from 'backstage-plugin-incidents-common';
import type { MayAct } from './describeAlert';

/** What the reader may do about this alert. The backend decides again when they do. */
export function useMayAct(alertId: string): MayAct {
  const update = usePermission({
    permission: alertUpdatePermission,
    resourceRef: alertId,
  });
  const declare = usePermission({ permission: incidentDeclarePermission });
  const silence = usePermission({ permission: silenceUpdatePermission });
  const seeRouting = usePermission({ permission: routingReadPermission });
  const makeRules = usePermission({ permission: routingUpdatePermission });
  return {
    update: update.allowed,
    declare: declare.allowed,
    silence: silence.allowed,
    seeRouting: seeRouting.allowed,
    makeRules: makeRules.allowed,
  };
}
