import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import {
  handoverLimits,
  type HandoverDraft,
} from 'backstage-plugin-incidents-common';
import {
  incidentsWidgetsTranslationRef,
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { DoneLine, type Done } from '../alerts/DoneLine';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { draftText, firstText, type HandoverTongue } from './describeHandover';
import { NoteText } from './NoteText';
import styles from './handover.module.css';

/** The note of a shift: drafted, or as it was written before. What is typed stays until the reader leaves. */
export function HandoverEditor({ draft }: { draft: HandoverDraft }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const tongue = useTongue();
  const [text, setText] = useState(() => firstText(draft, tongue));
  const [done, setDone] = useState<Done>();
  const { schedule: name, note, at } = draft;
  const save = useIncidentsMutation((api, written: string) =>
    note
      ? api.changeHandover({
          params: { name, id: note.id },
          body: { version: note.version, text: written },
        })
      : api.writeHandover({ params: { name }, body: { at, text: written } }),
  );
  const send = () => {
    setDone(undefined);
    save.mutate(text.trim(), {
      onSuccess: ({ version }) =>
        setDone({ text: t('handover.saved', { version: String(version) }) }),
    });
  };
  return (
    <>
      <div className={styles.editor}>
        <TextAreaField
          label={t('handover.text')}
          rows={18}
          maxLength={handoverLimits.text}
          value={text}
          onChange={setText}
          onKeyDown={event => event.continuePropagation()}
        />
        <section aria-label={t('handover.preview')} className={styles.preview}>
          <p className={styles.quiet}>{t('handover.preview')}</p>
          <NoteText text={text} />
        </section>
      </div>
      <div className={styles.foot}>
        <Button
          isDisabled={!text.trim()}
          isPending={save.isPending}
          onPress={send}
        >
          {t('handover.save')}
        </Button>
        <Button
          variant="tertiary"
          onPress={() => setText(draftText(draft, tongue))}
        >
          {t('handover.redraft')}
        </Button>
      </div>
      <DoneLine done={done} onClose={() => setDone(undefined)} />
      {save.error && <ProblemPanel error={save.error} />}
    </>
  );
}

function useTongue(): HandoverTongue {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { t: tw } = useTranslationRef(incidentsWidgetsTranslationRef);
  const href = useRouteRef(incidentRouteRef);
  return {
    t,
    // A note is read in other places too.
    linkOf: key => new URL(href({ key }), window.location.origin).toString(),
    statusOf: status => tw(`status.${status}`),
  };
}
