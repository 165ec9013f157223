import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Dialog, DialogHeader } from '@backstage/ui';
import { incidentsTranslationRef } from '../translation';
import { DeclareForm } from './DeclareForm';
import styles from './declare.module.css';

export type DeclareDialogProps = {
  isOpen: boolean;
  /** The entity that the reader is looking at. */
  entityRef?: string;
  onClose: () => void;
};

/** Declares an incident in thirty seconds and goes to it. */
export function DeclareDialog(props: DeclareDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={open => !open && props.onClose()}
      // A stray click must not throw away what was typed.
      isDismissable={false}
      width={640}
      className={styles.dialog}
    >
      <DialogHeader>{t('declare.title')}</DialogHeader>
      <DeclareForm entityRef={props.entityRef} onClose={props.onClose} />
    </Dialog>
  );
}
