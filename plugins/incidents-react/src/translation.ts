import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en, ja } from './messages';

/**
 * The words of the widgets of this package. A portal may replace them like those of any plugin.
 *
 * @public
 */
export const incidentsWidgetsTranslationRef = createTranslationRef({
  id: 'plugin.incidents-react',
  messages: en,
  translations: { ja: async () => ({ default: ja }) },
});

/**
 * Finds words of the widgets, for pure functions that describe something.
 *
 * @public
 */
export type WidgetWords = TranslationFunction<
  typeof incidentsWidgetsTranslationRef.T
>;
