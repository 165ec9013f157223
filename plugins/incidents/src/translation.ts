import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import { createTranslationRef } from '@backstage/frontend-plugin-api';
import * as access from './oncall/accessMessages';
import * as alerts from './alerts/messages';
import * as declare from './declare/messages';
import * as home from './home/messages';
import * as incidents from './incidents/messages';
import * as maintenance from './maintenance/messages';
import * as keyboard from './keyboard/messages';
import * as oncallHandover from './oncall/handoverMessages';
import * as oncallLoad from './oncall/loadMessages';
import * as requests from './oncall/requestMessages';
import * as amendments from './oncall/amendments/messages';
import * as subscribe from './oncall/subscribe/messages';
import * as oncall from './oncall/messages';
import * as scheduleEditor from './oncall/editor/messages';
import * as overview from './overview/messages';
import * as runbooks from './runbooks/messages';
import * as service from './service/messages';
import * as shell from './shell/messages';

/**
 * Every word of the pages. A portal may replace them with a `TranslationBlueprint` or a translation resource.
 *
 * @public
 */
export const incidentsTranslationRef = createTranslationRef({
  id: 'plugin.incidents',
  messages: {
    ...shell.en,
    ...keyboard.en,
    ...overview.en,
    ...incidents.en,
    ...alerts.en,
    ...maintenance.en,
    ...oncall.en,
    ...oncallLoad.en,
    ...oncallHandover.en,
    ...requests.en,
    ...access.en,
    ...scheduleEditor.en,
    ...amendments.en,
    ...subscribe.en,
    ...runbooks.en,
    ...declare.en,
    ...service.en,
    ...home.en,
  },
  translations: {
    ja: async () => ({
      default: {
        ...shell.ja,
        ...keyboard.ja,
        ...overview.ja,
        ...incidents.ja,
        ...alerts.ja,
        ...maintenance.ja,
        ...oncall.ja,
        ...oncallLoad.ja,
        ...oncallHandover.ja,
        ...requests.ja,
        ...access.ja,
        ...scheduleEditor.ja,
        ...amendments.ja,
        ...subscribe.ja,
        ...runbooks.ja,
        ...declare.ja,
        ...service.ja,
        ...home.ja,
      },
    }),
  },
});

/** Finds words, for the pure functions that describe something. */
export type Words = TranslationFunction<typeof incidentsTranslationRef.T>;
