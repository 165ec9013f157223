import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { incidentsTranslationRef } from '../translation';
import type { FortnightSpan } from './fortnightAt';
import type { ChosenPlace } from './usePlace';
import styles from './oncall.module.css';

export type FortnightToolsProps = {
  fortnight: FortnightSpan;
  place: ChosenPlace;
  view: 'grid' | 'list';
};

/** Which days, by whose clock, and how; all of it stands in the address. */
export function FortnightTools(props: FortnightToolsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [, setSearch] = useSearchParams();
  const { fortnight, place, view } = props;
  const put = (key: string, value: string | undefined) =>
    setSearch(before => {
      const after = new URLSearchParams(before);
      if (value === undefined) after.delete(key);
      else after.set(key, value);
      return after;
    });
  const { mine, schedule } = place.zones;
  return (
    <div className={styles.tools}>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('onCall.previous')}
        iconStart={<RiArrowLeftSLine aria-hidden="true" />}
        onPress={() => put('from', fortnight.previous)}
      />
      <Button
        size="small"
        variant="secondary"
        onPress={() => put('from', undefined)}
      >
        {t('onCall.today')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('onCall.next')}
        iconStart={<RiArrowRightSLine aria-hidden="true" />}
        onPress={() => put('from', fortnight.next)}
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
