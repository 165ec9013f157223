import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words that belong to this portal itself and to no plugin. */
export const portalTranslationRef = createTranslationRef({
  id: 'app.portal',
  messages: {
    nav: {
      search: 'Search',
      menu: 'Menu',
      home: 'Home',
      catalog: 'Catalog',
      incidents: 'Incidents',
      apis: 'APIs',
      graph: 'Catalog Graph',
      notifications: 'Notifications',
      settings: 'Settings',
    },
    tour: {
      title: 'Where to look first',
      intro:
        'This portal shows an invented company with a recorded quarter of alerts and incidents.',
      overview:
        '**[Incidents](/incidents)**: what is burning, and what is being neglected.',
      service:
        '**[A service](/catalog)**: open a component and its tab *Incidents*: on call, runbooks, severity definitions and history in one place.',
      language: '**[Settings](/settings)**: light or dark, English or 日本語.',
    },
  },
  translations: { ja: () => import('./ja') },
});
