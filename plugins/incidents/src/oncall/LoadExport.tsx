import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { LoadQuery } from 'backstage-plugin-incidents-common';
import {
  incidentsApiRef,
  ProblemPanel,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { saveFile } from './saveFile';
import styles from './load.module.css';

type State = 'ready' | 'asking' | 'done' | Error;

/** The shifts of a period as a file for pay. */
export function LoadExport({ query }: { query: LoadQuery }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const api = useApi(incidentsApiRef);
  const [state, setState] = useState<State>('ready');
  const save = async () => {
    setState('asking');
    try {
      const text = await api.exportOnCallShifts({ query });
      const days = [query.from, query.to].map(at => at?.slice(0, 10));
      const about = [query.schedule ?? 'on-call', ...days].join('-');
      saveFile(`${about}.csv`, text, 'text/csv');
      setState('done');
    } catch (error) {
      setState(error as Error);
    }
  };
  return (
    <div className={styles.export}>
      <Button
        size="small"
        variant="secondary"
        isPending={state === 'asking'}
        onPress={save}
      >
        {t('load.csv')}
      </Button>
      <span role="status" className={styles.quiet}>
        {state === 'done' && t('load.csv.done')}
      </span>
      {state instanceof Error && <ProblemPanel error={state} onRetry={save} />}
    </div>
  );
}
