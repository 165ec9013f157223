import type { FormEvent, ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ProblemPanel } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import styles from './alerts.module.css';

export type AlertWorkDialogProps = {
  title: string;
  /** What the button says that does it. */
  send: string;
  /** There is a likelier way than this button. */
  isQuiet?: boolean;
  isPending: boolean;
  /** The refusal; what was typed stays. */
  error?: Error | null;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: a stray click does not throw away what was typed, Enter sends. */
export function AlertWorkDialog(props: AlertWorkDialogProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.isPending) props.onSend();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && props.onClose()}
      isDismissable={false}
      width={640}
      className={styles.dialog}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <form className={styles.form} noValidate onSubmit={submit}>
        <DialogBody className={styles.fields}>
          {props.children}
          {props.error && <ProblemPanel error={props.error} />}
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={props.onClose}>
            {t('alert.cancel')}
          </Button>
          <Button
            type="submit"
            variant={props.isQuiet ? 'secondary' : 'primary'}
            isPending={props.isPending}
          >
            {props.send}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
