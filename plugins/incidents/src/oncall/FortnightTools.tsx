import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { usePutInAddress } from '../shell/usePutInAddress';
import { incidentsTranslationRef } from '../translation';
import type { FortnightSpan } from './fortnightAt';
import type { ChosenPlace } from './usePlace';
import { PeriodButtons } from './PeriodButtons';
import styles from './oncall.module.css';

export type FortnightToolsProps = {
  fortnight: FortnightSpan;
  place: ChosenPlace;
  view: 'grid' | 'list';
};

/** Which days, by whose clock, and how; all of it stands in the address. */
export function FortnightTools(props: FortnightToolsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { fortnight, place, view } = props;
  const put = usePutInAddress();
  const { mine, schedule } = place.zones;
  return (
    <div className={styles.tools}>
      <PeriodButtons
        names={{
          previous: t('onCall.previous'),
          now: t('onCall.today'),
          next: t('onCall.next'),
        }}
        onPrevious={() => put('from', fortnight.previous)}
        onNow={() => put('from', undefined)}
        onNext={() => put('from', fortnight.next)}
      />
      {mine !== schedule && (
        <Select
          aria-label={t('onCall.place')}
          options={(['mine', 'schedule'] as const).map(id => ({
            id,
            label: t(`onCall.place.${id}`, { zone: place.zones[id] }),
          }))}
          value={place.whose}
          onChange={id => put('times', String(id))}
        />
      )}
      <Select
        className={styles.views}
        aria-label={t('onCall.view')}
        options={(['grid', 'list'] as const).map(id => ({
          id,
          label: t(`onCall.view.${id}`),
        }))}
        value={view}
        onChange={id => put('view', String(id))}
      />
    </div>
  );
}
