import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, Select, TextField } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import type { Matcher } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

const comparisons = ['equals', 'not', 'glob'] as const;

export type MatcherFieldsProps = {
  legend: string;
  matchers: Matcher[];
  isInvalid?: boolean;
  onChange: (matchers: Matcher[]) => void;
};

/** The conditions that alerts must meet, one in a row. */
export function MatcherFields(props: MatcherFieldsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const hintId = useId();
  const { matchers, onChange } = props;
  const change = (at: number, next?: Matcher) =>
    onChange(
      matchers.flatMap((matcher, index) => {
        if (index !== at) return [matcher];
        return next ? [next] : [];
      }),
    );
  const add = () =>
    onChange([...matchers, { label: '', op: 'equals', value: '' }]);
  return (
    <fieldset className={styles.matchers} aria-describedby={hintId}>
      <legend>{props.legend}</legend>
      {matchers.map((matcher, index) => (
        <MatcherRow
          // Rows have no name of their own, and only fields in them.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          number={String(index + 1)}
          matcher={matcher}
          onChange={next => change(index, next)}
        />
      ))}
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiAddLine aria-hidden="true" />}
        onPress={add}
      >
        {t('matchers.add')}
      </Button>
      <p id={hintId} className={styles.hint}>
        {t('matchers.hint')}
      </p>
      {props.isInvalid && (
        <p role="alert" className={styles.missing}>
          {t('matchers.missing')}
        </p>
      )}
    </fieldset>
  );
}

function MatcherRow(props: {
  number: string;
  matcher: Matcher;
  onChange: (matcher?: Matcher) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { number, matcher } = props;
  const change = (part: Partial<Matcher>) =>
    props.onChange({ ...matcher, ...part });
  const condition = t('matchers.number', { number });
  return (
    <div className={styles.matcher} role="group" aria-label={condition}>
      <TextField
        aria-label={t('matchers.label')}
        placeholder={t('matchers.label')}
        maxLength={200}
        value={matcher.label}
        onChange={label => change({ label })}
      />
      <Select
        aria-label={t('matchers.op')}
        options={comparisons.map(id => ({ id, label: t(`matchers.op.${id}`) }))}
        value={matcher.op}
        onChange={op => change({ op: op as Matcher['op'] })}
      />
      <TextField
        className={styles.matcherValue}
        aria-label={t('matchers.value')}
        placeholder={t('matchers.value')}
        maxLength={2_000}
        value={matcher.value}
        onChange={value => change({ value })}
      />
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiCloseLine />}
        aria-label={t('matchers.remove', { number })}
        onPress={() => props.onChange(undefined)}
      />
    </div>
  );
}
