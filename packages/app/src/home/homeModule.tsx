import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';
import { TourCard } from './TourCard';

const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: () => import('./HomeLayout').then(m => m.HomeLayout),
  },
});

const tourWidget = HomePageWidgetBlueprint.make({
  name: 'tour',
  params: {
    name: 'PortalTour',
    title: 'Where to look first',
    description: 'What this portal shows and where',
    components: () => import('./PortalTour'),
    componentProps: { Renderer: TourCard },
    layout: { height: { minRows: 3 }, width: { minColumns: 3 } },
  },
});

/** The home page of this portal: its grid, and what it holds besides the widgets of plugins. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, tourWidget],
});
