import { TaughtEmpty } from 'backstage-plugin-incidents-react';
import { firstAlertCommand } from './firstAlertCommand';
import { useBaseUrl } from './useBaseUrl';

export type FirstAlertProps = { title: string; advice: string; label: string };

/** The empty state of a portal that no monitor knows yet, with the command that changes it. */
export function FirstAlert({ title, advice, label }: FirstAlertProps) {
  const baseUrl = useBaseUrl();
  return (
    <TaughtEmpty
      title={title}
      advice={advice}
      snippet={{ label, text: firstAlertCommand(baseUrl) }}
    />
  );
}
