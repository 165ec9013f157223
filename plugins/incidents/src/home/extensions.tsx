import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { ActiveCard } from './ActiveCard';

const activeIncidents = HomePageWidgetBlueprint.make({
  name: 'active',
  params: {
    name: 'IncidentsActive',
    title: 'Active incidents',
    description: 'What is open now, the most urgent first',
    components: () => import('./ActiveIncidents'),
    componentProps: { Renderer: ActiveCard },
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
  },
});

/** What this room brings into the portal. */
export const homeExtensions = [activeIncidents];
