import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../translation';

/** The three places a newcomer opens first. */
export function Content() {
  const { t } = useTranslationRef(portalTranslationRef);
  const stops = [t('tour.overview'), t('tour.service'), t('tour.language')];

  return (
    <MarkdownContent
      content={[t('tour.intro'), ...stops.map(stop => `- ${stop}`)].join(
        '\n\n',
      )}
    />
  );
}
