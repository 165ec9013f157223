import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RendererProps } from '@backstage/plugin-home-react';
import { portalTranslationRef } from '../translation';

/** The frame of the home page's other cards, with a title in the language of the reader. */
export function TourCard({ Content }: RendererProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  return (
    <InfoCard title={t('tour.title')} divider>
      <Content />
    </InfoCard>
  );
}
