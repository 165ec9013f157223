import type { CatalogIndex } from '../platform/catalogIndex';
import type { MaintenanceBook } from './maintenance';
import type { Holds } from './rules/holdOf';
import type { SilenceBook } from './silences';

export type HoldDeps = {
  silences: Pick<SilenceBook, 'current'>;
  maintenance: Pick<MaintenanceBook, 'running'>;
};

/** What may hold alerts back now, by the same picture of the catalog by which they are routed. */
export async function currentHolds(
  { silences, maintenance }: HoldDeps,
  index: CatalogIndex | undefined,
): Promise<Holds> {
  const [known, running] = await Promise.all([
    silences.current(),
    maintenance.running(index),
  ]);
  return { silences: known, maintenance: running };
}
