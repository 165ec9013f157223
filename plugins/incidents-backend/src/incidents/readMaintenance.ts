import type {
  RunningMaintenance,
  Section,
} from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import { section, type ReadDeps } from './readIncident';

/** The maintenance that is on: all of it, or what covers one of these entities. */
export async function maintenanceSection(
  { alerts }: Pick<ReadDeps, 'alerts'>,
  about: {
    entityRefs?: string[];
    index: CatalogIndex | undefined;
    isVisible: boolean;
  },
): Promise<Section<RunningMaintenance[]>> {
  return about.isVisible
    ? section(() => alerts.maintenance.openNow(about.entityRefs, about.index))
    : {
        status: 'hidden',
        reason: 'Seeing maintenance needs incidents.routing.read',
      };
}
