import { useRouteRef } from '@backstage/frontend-plugin-api';
import { IncidentsCard } from './IncidentsCard';
import { entityIncidentsRouteRef } from './route';

/** The card with the way to the tab, which a portal may have switched off. */
export function EntityCard() {
  const tab = useRouteRef(entityIncidentsRouteRef);
  return <IncidentsCard tabUrl={tab?.()} />;
}
