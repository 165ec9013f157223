import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import type { CreateSilence, Matcher } from 'backstage-plugin-incidents-common';
import { useIncidentsMutation, useNow } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { AlertWorkDialog } from './AlertWorkDialog';
import { describeMatchers } from './describeMatchers';
import {
  describeSilenceDraft,
  emptySilence,
  silenceDurations,
  type SilenceDraft,
} from './describeSilence';
import type { Done } from './DoneLine';
import { ExactTime } from './ExactTime';
import { MatcherFields } from './MatcherFields';
import styles from './alerts.module.css';

export type SilenceDialogProps = {
  /** Those that the form begins with. */
  matchers: Matcher[];
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Keeps alerts quiet for some time, with a reason for those who wonder. */
export function SilenceDialog(props: SilenceDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow(60_000);
  const [draft, setDraft] = useState(() => emptySilence(props.matchers));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<SilenceDraft>) =>
    setDraft({ ...draft, ...part });
  const silence = useIncidentsMutation((api, body: CreateSilence) =>
    api.createSilence({ body }),
  );
  const send = () => {
    setTried(true);
    const { body } = describeSilenceDraft(draft, new Date());
    if (!body) return;
    const matchers = describeMatchers(body.matchers, t);
    const done = { text: t('alert.done.silence', { matchers }) };
    silence.mutate(body, { onSuccess: () => props.onDone(done) });
  };
  const described = describeSilenceDraft(draft, now);
  const missing = tried ? described.missing : [];
  return (
    <AlertWorkDialog
      title={t('silence.title')}
      send={t('silence.send')}
      isPending={silence.isPending}
      error={silence.error}
      onSend={send}
      onClose={props.onClose}
    >
      <p className={styles.hint}>{t('silence.advice')}</p>
      <MatcherFields
        legend={t('silence.which')}
        matchers={draft.matchers}
        isInvalid={missing.includes('matchers')}
        onChange={matchers => change({ matchers })}
      />
      <SpanFields
        draft={draft}
        endsAt={described.endsAt}
        missing={missing.find(it => it === 'until' || it === 'tooLong')}
        onChange={change}
      />
      <TextAreaField
        label={t('silence.reason')}
        description={t('silence.reason.hint')}
        secondaryLabel={t('declare.required')}
        isRequired
        validationBehavior="aria"
        isInvalid={missing.includes('reason')}
        rows={2}
        maxLength={2_000}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
      {missing.includes('reason') && (
        <p role="alert" className={styles.missing}>
          {t('silence.reason.missing')}
        </p>
      )}
    </AlertWorkDialog>
  );
}

function SpanFields(props: {
  draft: SilenceDraft;
  endsAt?: string;
  missing?: 'until' | 'tooLong' | string;
  onChange: (part: Partial<SilenceDraft>) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { draft, endsAt, missing, onChange } = props;
  return (
    <div className={styles.span}>
      <RadioGroup
        label={t('silence.howLong')}
        orientation="horizontal"
        className={styles.spans}
        value={draft.duration}
        onChange={id => onChange({ duration: id as SilenceDraft['duration'] })}
      >
        {silenceDurations.map(id => (
          <Radio key={id} value={id}>
            {t(`silence.for.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
      {draft.duration === 'until' && (
        <label className={styles.until}>
          {t('silence.until')}
          <input
            type="datetime-local"
            value={draft.until}
            onChange={event => onChange({ until: event.target.value })}
          />
        </label>
      )}
      {endsAt && !missing && (
        <p className={styles.hint}>
          <ExactTime at={endsAt} sentence="silence.ends" />
        </p>
      )}
      {missing && (
        <p role="alert" className={styles.missing}>
          {t(
            missing === 'tooLong'
              ? 'silence.until.tooLong'
              : 'silence.until.missing',
          )}
        </p>
      )}
    </div>
  );
}
