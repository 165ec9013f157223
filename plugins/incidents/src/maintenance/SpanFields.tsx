import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import styles from '../alerts/alerts.module.css';
import { incidentsTranslationRef } from '../translation';
import type { PlanDraft, PlanMissing } from './describePlan';

/** When it begins and ends, by the clocks of a place. */
export function SpanFields(props: {
  draft: PlanDraft;
  missing: PlanMissing[];
  onChange: (part: Partial<PlanDraft>) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const zones = useId();
  // Some four hundred: not for those who leave the zone alone.
  const [offered, setOffered] = useState<string[]>([]);
  const { draft, missing, onChange } = props;
  return (
    <fieldset className={styles.span}>
      <legend>{t('maintenance.plan.when')}</legend>
      {(['start', 'end'] as const).map(name => (
        <label key={name} className={styles.until}>
          {t(`maintenance.plan.${name}`)}
          <input
            type="datetime-local"
            required
            aria-invalid={missing.includes('span')}
            value={draft[name]}
            onChange={event => onChange({ [name]: event.target.value })}
          />
        </label>
      ))}
      {missing.includes('span') && (
        <p role="alert" className={styles.missing}>
          {t('maintenance.plan.span.missing')}
        </p>
      )}
      <label className={styles.until}>
        {t('maintenance.plan.zone')}
        <input
          type="text"
          list={zones}
          required
          aria-invalid={missing.includes('zone')}
          value={draft.zone}
          onFocus={() => setOffered(Intl.supportedValuesOf('timeZone'))}
          onChange={event => onChange({ zone: event.target.value })}
        />
      </label>
      <datalist id={zones}>
        {offered.map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <p className={styles.hint}>{t('maintenance.plan.zone.hint')}</p>
      {missing.includes('zone') && (
        <p role="alert" className={styles.missing}>
          {t('maintenance.plan.zone.missing')}
        </p>
      )}
    </fieldset>
  );
}
