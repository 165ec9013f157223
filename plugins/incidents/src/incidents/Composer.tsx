import { useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { useShortcuts } from '../keyboard/useShortcuts';
import { incidentsTranslationRef } from '../translation';
import { isSend } from './isSend';
import styles from './timeline.module.css';

/** Writes a note on the timeline; `n` goes there, Ctrl+Enter sends. The text stays until it has arrived. */
export function Composer({ incidentKey }: { incidentKey: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [text, setText] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const add = useIncidentsMutation((api, note: string) =>
    api.addNote({ params: { key: incidentKey }, body: { text: note } }),
  );
  useShortcuts({
    n: () => field.current?.querySelector('textarea')?.focus(),
  });
  const note = text.trim();
  const send = () => {
    if (!note || add.isPending) return;
    add.mutate(note, { onSuccess: () => setText('') });
  };
  return (
    <div className={styles.composer} ref={field}>
      <TextAreaField
        aria-label={t('timeline.note')}
        placeholder={t('timeline.note.placeholder')}
        rows={2}
        maxLength={10_000}
        value={text}
        onChange={setText}
        onKeyDown={event =>
          isSend(event) ? send() : event.continuePropagation()
        }
      />
      <div className={styles.composerFoot}>
        <span className={styles.quiet}>{t('timeline.note.keys')}</span>
        <Button
          size="small"
          variant="secondary"
          isDisabled={!note}
          isPending={add.isPending}
          onPress={send}
        >
          {t('timeline.note.send')}
        </Button>
      </div>
      {add.error && <ProblemPanel error={add.error} />}
    </div>
  );
}
