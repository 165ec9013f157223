import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel, TaughtEmpty } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../../translation';

/** Instead of the form, for who may not write schedules. */
export function MayNotEdit() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Panel title={t('editor.forbidden')}>
      <TaughtEmpty
        title={t('editor.forbidden.title')}
        advice={t('editor.forbidden.advice')}
      />
    </Panel>
  );
}
