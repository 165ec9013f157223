import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  ALERT_RESOURCE_TYPE,
  INCIDENT_RESOURCE_TYPE,
  incidentsPermissions,
} from 'backstage-plugin-incidents-common';
import {
  alertResourceRef,
  alertRules,
  incidentResourceRef,
  incidentRules,
  type AccessSubject,
} from 'backstage-plugin-incidents-node';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { Catalog } from './platform/catalog';
import type { Suite } from './suite';

/** Tells the permission framework what can be permitted, and on what conditions. */
export function registerResources(
  registry: PermissionsRegistryService,
  deps: Pick<Suite, 'incidents' | 'alerts'> & { catalog: Catalog },
): void {
  const permissionsOf = (type: string) =>
    incidentsPermissions.filter(permission =>
      isResourcePermission(permission, type),
    );
  registry.addPermissions(
    incidentsPermissions.filter(
      permission => !isResourcePermission(permission),
    ),
  );
  registry.addResourceType({
    resourceRef: incidentResourceRef,
    permissions: permissionsOf(INCIDENT_RESOURCE_TYPE),
    rules: Object.values(incidentRules),
    async getResources(keys) {
      const found = await deps.incidents.findMany(keys);
      const byKey = new Map(
        found.map(({ key, entityRefs }) => [key, entityRefs]),
      );
      return Promise.all(
        keys.map(key => subjectOf(deps.catalog, byKey.get(key))),
      );
    },
  });
  registry.addResourceType({
    resourceRef: alertResourceRef,
    permissions: permissionsOf(ALERT_RESOURCE_TYPE),
    rules: Object.values(alertRules),
    getResources: ids =>
      Promise.all(
        ids.map(async id => {
          const alert = await deps.alerts.find(id);
          const refs = alert?.entityRef ? [alert.entityRef] : [];
          return subjectOf(deps.catalog, alert && refs);
        }),
      ),
  });
}

async function subjectOf(
  catalog: Catalog,
  entityRefs: string[] | undefined,
): Promise<AccessSubject | undefined> {
  if (!entityRefs) return undefined;
  const index = await catalog.index().catch(() => undefined);
  const ownerRefs = entityRefs.flatMap(ref => index?.get(ref)?.ownerRefs ?? []);
  return { entityRefs, ownerRefs };
}
