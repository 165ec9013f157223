import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import type { ImportReply } from 'backstage-plugin-incidents-common';
import { useIncidentsMutation } from 'backstage-plugin-incidents-react';
import styles from '../alerts/alerts.module.css';
import { AlertWorkDialog } from '../alerts/AlertWorkDialog';
import type { Done } from '../alerts/DoneLine';
import { incidentsTranslationRef } from '../translation';
import { changesIn, describeImport, type ImportDraft } from './describeImport';
import { EntitiesField } from './EntitiesField';
import { ImportResult } from './ImportResult';
import { readText } from './readText';

type ImportBody = NonNullable<ReturnType<typeof describeImport>> & {
  dryRun: boolean;
};

/** Imports a calendar file, after it has said what that would do. */
export function ImportDialog(props: {
  onDone: (done: Done) => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [draft, setDraft] = useState<ImportDraft>({
    ics: '',
    entityRefs: [],
  });
  const [tried, setTried] = useState<ImportReply>();
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<ImportDraft>) => {
    setDraft(before => ({ ...before, ...part }));
    // What was said is of another file.
    setTried(undefined);
    setMissing(false);
  };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const work = useIncidentsMutation((api, body: ImportBody) =>
    api.importMaintenance({ body }),
  );
  const send = () => {
    const body = describeImport(draft, timeZone);
    setMissing(!body);
    if (!body) return;
    const sent = { ...body, dryRun: !tried };
    work.mutate(sent, {
      onSuccess: reply =>
        reply.dryRun
          ? setTried(reply)
          : props.onDone({
              text: t('maintenance.done.imported', { count: changesIn(reply) }),
            }),
    });
  };
  return (
    <AlertWorkDialog
      title={t('maintenance.import.title')}
      send={t(tried ? 'maintenance.import.send' : 'maintenance.import.try')}
      isQuiet={!tried}
      isPending={work.isPending}
      error={work.error}
      onSend={send}
      onClose={props.onClose}
    >
      <p className={styles.hint}>{t('maintenance.import.advice')}</p>
      <label className={styles.until}>
        {t('maintenance.import.file')}
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={async event => {
            const [file] = event.target.files ?? [];
            if (file) change({ ics: await readText(file) });
          }}
        />
      </label>
      <TextAreaField
        label={t('maintenance.import.ics')}
        rows={4}
        isInvalid={isMissing}
        validationBehavior="aria"
        value={draft.ics}
        onChange={ics => change({ ics })}
      />
      {isMissing && (
        <p role="alert" className={styles.missing}>
          {t('maintenance.import.missing')}
        </p>
      )}
      <EntitiesField
        label={t('maintenance.import.entities')}
        entityRefs={draft.entityRefs}
        onChange={entityRefs => change({ entityRefs })}
      />
      {tried && <ImportResult reply={tried} />}
    </AlertWorkDialog>
  );
}
