import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { searchTranslationRef } from '@backstage/plugin-search/alpha';

const search = TranslationBlueprint.make({
  name: 'search',
  params: {
    resource: createTranslationResource({
      ref: searchTranslationRef,
      translations: { ja: () => import('./searchJa') },
    }),
  },
});

/** Japanese for what stands on every page and does not bring its own. */
export const translationModule = createFrontendModule({
  pluginId: 'app',
  extensions: [search],
});
