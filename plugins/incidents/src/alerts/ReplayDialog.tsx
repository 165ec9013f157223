import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { ReplayDeliveries } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsMutation,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { describeReplayed, type ReplayedWords } from './describeReplayed';
import { ReplayedList } from './ReplayedList';
import styles from './alerts.module.css';

export type ReplayDialogProps = {
  wanted: ReplayDeliveries;
  onClose: () => void;
};

/** Says first what a replay would do, then does it, then says what it did. */
export function ReplayDialog({ wanted, onClose }: ReplayDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [cursor, setCursor] = useState<string>();
  const replay = useIncidentsMutation((api, body: ReplayDeliveries) =>
    api.replayDeliveries({ body }),
  );
  const { mutate, data, error, isPending } = replay;
  useEffect(() => {
    mutate({ ...wanted, cursor, preview: true });
  }, [mutate, wanted, cursor]);
  const words = describeReplayed(data, t);
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable={false}
      width={720}
      className={styles.dialog}
    >
      <DialogHeader>{t('replay.title')}</DialogHeader>
      <DialogBody className={styles.fields}>
        <p className={styles.hint}>{t('replay.advice')}</p>
        <div role="status" className={styles.outcome}>
          <p>{isPending ? t('replay.looking') : words.title}</p>
        </div>
        {isPending && <SkeletonLines lines={3} height={32} />}
        {error && <ProblemPanel error={error} />}
        {data && <ReplayedList reply={data} />}
        {words.next && <p className={styles.hint}>{t('replay.more')}</p>}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t(words.isPreview ? 'alert.cancel' : 'replay.close')}
        </Button>
        <NextStep
          words={words}
          isPending={isPending}
          onReplay={() => mutate({ ...wanted, cursor, preview: false })}
          onGoOn={setCursor}
        />
      </DialogFooter>
    </Dialog>
  );
}

function NextStep(props: {
  words: ReplayedWords;
  isPending: boolean;
  onReplay: () => void;
  onGoOn: (cursor: string) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { count, next, isPreview } = props.words;
  if (isPreview) {
    return count > 0 ? (
      <Button
        variant="primary"
        isPending={props.isPending}
        onPress={props.onReplay}
      >
        {t('replay.send', { count })}
      </Button>
    ) : null;
  }
  return next ? (
    <Button variant="primary" onPress={() => props.onGoOn(next)}>
      {t('replay.next')}
    </Button>
  ) : null;
}
