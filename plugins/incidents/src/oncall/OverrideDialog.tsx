import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import type { AmendSchedule } from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import styles from '../alerts/alerts.module.css';
import { AlertWorkDialog } from '../alerts/AlertWorkDialog';
import type { Done } from '../alerts/DoneLine';
import { EntityField } from '../declare/EntityField';
import { incidentsTranslationRef } from '../translation';
import {
  describeOverride,
  mayTakeOver,
  overrideOf,
  type OverrideBar,
  type OverrideDraft,
} from './describeOverride';
import { describeTimes, type Place } from './describeTimes';

const users = ['User'];

export type OverrideDialogProps = {
  /** The schedule by its name. */
  name: string;
  bar: OverrideBar;
  place: Place;
  me?: string;
  /** Without the permission to change the shifts of others. */
  onlyMe?: boolean;
  now: Date;
  onDone: (done: Done) => void;
  onClose: () => void;
};

/** Hands a shift, or a part of it, to the reader or to somebody else; or fills a gap. */
export function OverrideDialog(props: OverrideDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { name, bar, place, me } = props;
  const isGap = !bar.person;
  const mayChoose = mayTakeOver({ bar, me }) && !(isGap && props.onlyMe);
  const about = { bar, zone: place.zone, me };
  const [draft, setDraft] = useState(() => overrideOf(about));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<OverrideDraft>) =>
    setDraft({ ...draft, ...part });
  const override = useIncidentsMutation((api, body: AmendSchedule) =>
    api.amendSchedule({ params: { name }, body }),
  );
  const send = () => {
    setTried(true);
    const { body } = describeOverride(draft, about);
    if (!body) return;
    const text = t(isGap ? 'amend.fill.done' : 'onCall.override.done', {
      level: bar.levelName,
      times: describeTimes(body, place, 'long'),
    });
    override.mutate(body, { onSuccess: () => props.onDone({ text }) });
  };
  const missing = tried ? describeOverride(draft, about).missing : [];
  return (
    <AlertWorkDialog
      title={t('onCall.override.title', {
        name: bar.person?.displayName ?? t('onCall.nobody'),
        level: bar.levelName,
      })}
      send={
        isGap ? t('amend.fill.send') : t(`onCall.override.send.${draft.who}`)
      }
      isPending={override.isPending}
      error={override.error}
      onSend={send}
      onClose={props.onClose}
    >
      <p className={styles.hint}>
        {describeTimes(bar, place, 'long')} · {bar.because}
      </p>
      {mayChoose && (
        <RadioGroup
          label={t(isGap ? 'amend.fill.who' : 'onCall.override.who')}
          value={draft.who}
          onChange={who => change({ who: who === 'me' ? 'me' : 'other' })}
        >
          <Radio value="me">{t('onCall.override.who.me')}</Radio>
          <Radio value="other">{t('onCall.override.who.other')}</Radio>
        </RadioGroup>
      )}
      {draft.who === 'other' && (
        <EntityField
          kinds={users}
          entityRef={draft.user}
          label={t(isGap ? 'amend.fill.user' : 'onCall.override.user')}
          hint={t('onCall.override.user.hint')}
          isInvalid={missing.includes('user')}
          onChange={user => change({ user })}
        />
      )}
      {missing.includes('user') && (
        <p role="alert" className={styles.missing}>
          {t('onCall.override.user.missing')}
        </p>
      )}
      <OverrideSpan
        draft={draft}
        zone={place.zone}
        isMissing={missing.includes('span')}
        hasBegun={Date.parse(bar.from) < props.now.getTime()}
        onChange={change}
      />
      <TextField
        label={t('onCall.override.reason')}
        maxLength={500}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </AlertWorkDialog>
  );
}

function OverrideSpan(props: {
  draft: OverrideDraft;
  zone: string;
  isMissing: boolean;
  hasBegun: boolean;
  onChange: (part: Partial<OverrideDraft>) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <fieldset className={styles.span}>
      <legend>{t('onCall.override.when', { zone: props.zone })}</legend>
      {(['start', 'end'] as const).map(end => (
        <label key={end} className={styles.until}>
          {t(`onCall.override.${end}`)}
          <input
            type="datetime-local"
            required
            aria-invalid={props.isMissing}
            value={props.draft[end]}
            onChange={event => props.onChange({ [end]: event.target.value })}
          />
        </label>
      ))}
      {props.isMissing && (
        <p role="alert" className={styles.missing}>
          {t('onCall.override.span.missing')}
        </p>
      )}
      {props.hasBegun && (
        <p className={styles.hint}>{t('onCall.override.begun')}</p>
      )}
    </fieldset>
  );
}
