import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Select, TextField } from '@backstage/ui';
import type { LaidShift } from 'backstage-plugin-incidents-common';
import styles from '../alerts/alerts.module.css';
import { EntityField } from '../declare/EntityField';
import { incidentsTranslationRef } from '../translation';
import {
  keyOfShift,
  shiftsInReturn,
  shiftsToAskAbout,
  type AskAbout,
  type AskDraft,
  type AskMissing,
} from './describeAsk';
import { describeTimes, type Place } from './describeTimes';

const users = ['User'];
const hows = ['everybody', 'somebody', 'swap'] as const;

export type AskFieldsProps = {
  draft: AskDraft;
  about: AskAbout;
  place: Place;
  missing: AskMissing[];
  onChange: (part: Partial<AskDraft>) => void;
};

/** Which shift, what is asked, and of whom. */
export function AskFields(props: AskFieldsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { draft, about, place, onChange } = props;
  return (
    <>
      <p className={styles.hint}>{t('requests.ask.until')}</p>
      <Select
        label={t('requests.ask.shift')}
        options={shiftsToAskAbout(about).map(shift =>
          optionOf(shift, shift.levelName, place),
        )}
        value={draft.mine}
        onChange={key => onChange({ mine: String(key), theirs: undefined })}
      />
      <RadioGroup
        label={t('requests.ask.how')}
        value={draft.how}
        onChange={chosen => onChange({ how: hows.find(how => how === chosen) })}
      >
        {hows.map(how => (
          <Radio key={how} value={how}>
            {t(`requests.ask.how.${how}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Whom {...props} />
      <TextField
        label={t('requests.ask.note')}
        maxLength={500}
        value={draft.note}
        onChange={note => onChange({ note })}
      />
    </>
  );
}

function Whom({ draft, about, place, missing, onChange }: AskFieldsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <>
      {draft.how === 'somebody' && (
        <EntityField
          kinds={users}
          entityRef={draft.user}
          label={t('requests.ask.user')}
          hint={t('requests.ask.user.hint')}
          isInvalid={missing.includes('user')}
          onChange={user => onChange({ user })}
        />
      )}
      {draft.how === 'swap' && (
        <InReturn
          shifts={shiftsInReturn(about, draft.mine)}
          {...{ place, value: draft.theirs }}
          onChange={theirs => onChange({ theirs })}
        />
      )}
      {missing.map(field => (
        <p key={field} role="alert" className={styles.missing}>
          {t(`requests.ask.${field}.missing`)}
        </p>
      ))}
    </>
  );
}

function InReturn(props: {
  shifts: LaidShift[];
  place: Place;
  value?: string;
  onChange: (key: string) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { shifts, place } = props;
  if (!shifts.length) {
    return <p className={styles.hint}>{t('requests.ask.theirs.none')}</p>;
  }
  return (
    <Select
      label={t('requests.ask.theirs')}
      options={shifts.map(shift =>
        optionOf(shift, shift.person.displayName, place),
      )}
      value={props.value ?? null}
      onChange={key => props.onChange(String(key))}
    />
  );
}

function optionOf(shift: LaidShift, name: string, place: Place) {
  const label = `${name}, ${describeTimes(shift, place, 'long')}`;
  return { id: keyOfShift(shift), label };
}
