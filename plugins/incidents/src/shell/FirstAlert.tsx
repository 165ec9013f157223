import { useEffect, useState } from 'react';
import { discoveryApiRef, useApiHolder } from '@backstage/frontend-plugin-api';
import { TaughtEmpty } from 'backstage-plugin-incidents-react';
import { firstAlertCommand } from './firstAlertCommand';

export type FirstAlertProps = { title: string; advice: string; label: string };

/** The empty state of a portal that no monitor knows yet, with the command that changes it. */
export function FirstAlert({ title, advice, label }: FirstAlertProps) {
  const discoveryApi = useApiHolder().get(discoveryApiRef);
  const [baseUrl, setBaseUrl] = useState('https://portal/api/incidents');
  useEffect(() => {
    let current = true;
    discoveryApi
      ?.getBaseUrl('incidents')
      .then(url => current && setBaseUrl(url))
      // The command is then one to adapt.
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [discoveryApi]);
  return (
    <TaughtEmpty
      title={title}
      advice={advice}
      snippet={{ label, text: firstAlertCommand(baseUrl) }}
    />
  );
}
