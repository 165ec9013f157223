import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RendererProps } from '@backstage/plugin-home-react';
import { incidentsTranslationRef } from '../translation';

/** The frame of the widget: the one of the home page, with a title in the language of the reader. */
export function ActiveCard({ Content }: RendererProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <InfoCard title={t('home.active.title')} divider>
      <Content />
    </InfoCard>
  );
}
