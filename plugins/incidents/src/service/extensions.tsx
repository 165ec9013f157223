import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  dialogApiRef,
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useAsyncEntity } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiAlarmWarningLine, RiToolsLine } from '@remixicon/react';
import {
  incidentDeclarePermission,
  maintenanceUpdatePermission,
} from 'backstage-plugin-incidents-common';
import { MaintenanceFromMenu } from '../maintenance/MaintenanceFromMenu';
import { incidentsTranslationRef } from '../translation';
import { DeclareFromMenu } from './DeclareFromMenu';
import { entityIncidentsRouteRef } from './route';

/** The kinds that something can happen to, or to whose parts. */
const filter = {
  kind: {
    $in: ['component', 'api', 'resource', 'system', 'domain', 'group'],
  },
};

const tab = EntityContentBlueprint.make({
  params: {
    path: 'incidents',
    title: 'Incidents',
    group: 'operation',
    icon: <RiAlarmWarningLine />,
    routeRef: entityIncidentsRouteRef,
    filter,
    loader: () =>
      import('./IncidentsTab').then(({ IncidentsTab }) => <IncidentsTab />),
  },
});

const card = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter,
    loader: () =>
      import('./EntityCard').then(({ EntityCard }) => <EntityCard />),
  },
});

/** "Declare incident" in the menu of an entity. */
export const declareItem = EntityContextMenuItemBlueprint.make({
  name: 'declare',
  params: {
    icon: <RiAlarmWarningLine />,
    filter,
    useProps() {
      const { t } = useTranslationRef(incidentsTranslationRef);
      const { entity } = useAsyncEntity();
      const dialogs = useApi(dialogApiRef);
      const { allowed } = usePermission({
        permission: incidentDeclarePermission,
      });
      return {
        title: t('service.action.declare'),
        disabled: !entity || !allowed,
        onClick() {
          dialogs.open(({ dialog }) => (
            <DeclareFromMenu
              entityRef={entity && stringifyEntityRef(entity)}
              onClose={() => dialog.close()}
            />
          ));
        },
      };
    },
  },
});

/** "Plan maintenance" in the menu of an entity. */
export const maintenanceItem = EntityContextMenuItemBlueprint.make({
  name: 'plan-maintenance',
  params: {
    icon: <RiToolsLine />,
    filter,
    useProps() {
      const { t } = useTranslationRef(incidentsTranslationRef);
      const { entity } = useAsyncEntity();
      const dialogs = useApi(dialogApiRef);
      const { allowed } = usePermission({
        permission: maintenanceUpdatePermission,
      });
      return {
        title: t('maintenance.plan'),
        disabled: !entity || !allowed,
        onClick() {
          dialogs.open(({ dialog }) => (
            <MaintenanceFromMenu
              entityRef={entity && stringifyEntityRef(entity)}
              onClose={() => dialog.close()}
            />
          ));
        },
      };
    },
  },
});

/** The way to the tab from the About card. */
export const iconLink = EntityIconLinkBlueprint.make({
  params: {
    filter,
    useProps() {
      const { t } = useTranslationRef(incidentsTranslationRef);
      const tabPage = useRouteRef(entityIncidentsRouteRef);
      return {
        label: t('service.card.title'),
        icon: <RiAlarmWarningLine />,
        href: tabPage?.(),
      };
    },
  },
});

/** What this room brings into the portal. */
export const serviceExtensions = [
  tab,
  card,
  declareItem,
  maintenanceItem,
  iconLink,
];
