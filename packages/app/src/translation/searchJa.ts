import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchTranslationRef } from '@backstage/plugin-search/alpha';

/** The search, which stands on every page, in Japanese. */
const messages = createTranslationMessages({
  ref: searchTranslationRef,
  full: true,
  messages: {
    'searchModal.viewFullResults': 'すべての結果を見る',
    'searchType.allResults': 'すべての結果',
    'searchType.tabs.allTitle': 'すべて',
    'searchType.accordion.allTitle': 'すべて',
    'searchType.accordion.collapse': '閉じる',
    'searchType.accordion.numberOfResults': '{{number}} 件',
    'sidebarSearchModal.title': '検索',
  },
});

export default messages;
