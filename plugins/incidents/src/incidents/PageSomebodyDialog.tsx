import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import type {
  IncidentDetail,
  PageSomebody,
} from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { EntityField } from '../declare/EntityField';
import { incidentsTranslationRef } from '../translation';
import styles from './paged.module.css';

const people = ['User', 'Group'];

/** Pages a level of who is on call with one press, or somebody who is looked for. */
export function PageSomebodyDialog(props: {
  incident: IncidentDetail;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { incident, onClose } = props;
  const [who, setWho] = useState<string>();
  const [note, setNote] = useState('');
  const page = useIncidentsMutation((api, body: PageSomebody) =>
    api.pageSomebody({ params: { key: incident.key }, body }),
  );
  const send = (target: PageSomebody) => {
    const words = note.trim();
    const body = { ...target, ...(words && { note: words }) };
    page.mutate(body, { onSuccess: onClose });
  };
  const levels =
    incident.onCall.status === 'ok' ? incident.onCall.value.levels : [];
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={480}>
      <DialogHeader>{t('paged.dialog', { key: incident.key })}</DialogHeader>
      <DialogBody className={styles.dialog}>
        {levels.length > 0 && (
          <div className={styles.answers}>
            {levels.map(({ level, name }) => (
              <Button
                key={level}
                variant="secondary"
                isDisabled={page.isPending}
                onPress={() => send({ level })}
              >
                {t('paged.dialog.level', { level: String(level), name })}
              </Button>
            ))}
          </div>
        )}
        <EntityField
          label={t('paged.dialog.who')}
          hint={t('paged.dialog.who.hint')}
          kinds={people}
          isOneWay
          entityRef={who}
          onChange={setWho}
        />
        <TextAreaField
          label={t('paged.dialog.note')}
          rows={2}
          maxLength={2_000}
          value={note}
          onChange={setNote}
        />
        {page.error && <ProblemPanel error={page.error} />}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('incident.cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!who}
          isPending={page.isPending}
          onPress={() => who && send(targetOf(who))}
        >
          {t('paged.dialog.send')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function targetOf(ref: string): PageSomebody {
  return ref.startsWith('group:') ? { group: ref } : { user: ref };
}
