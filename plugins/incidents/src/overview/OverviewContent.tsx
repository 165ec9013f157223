import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from 'backstage-plugin-incidents-common';
import { Panel } from 'backstage-plugin-incidents-react';
import { FirstAlert } from '../shell/FirstAlert';
import { incidentsTranslationRef } from '../translation';
import { Board } from './Board';
import { HeatPanel } from './HeatPanel';
import { MaintenancePanel } from './MaintenancePanel';
import { NeedsPanel } from './NeedsPanel';
import { OnCallPanel } from './OnCallPanel';
import { Totals } from './Totals';
import styles from './overview.module.css';

export function OverviewContent({ overview }: { overview: Overview }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const isNew = !overview.alertsIn90Days && !overview.incidentsIn90Days;
  return (
    <>
      <Totals overview={overview} />
      <div className={styles.columns}>
        {isNew ? (
          <Panel title={t('overview.board')}>
            <FirstAlert
              title={t('overview.first')}
              advice={t('overview.firstAdvice')}
              label={t('overview.firstSnippet')}
            />
          </Panel>
        ) : (
          <Board overview={overview} />
        )}
        <div className={styles.side}>
          <NeedsPanel needs={overview.needs} />
          <MaintenancePanel maintenance={overview.maintenance} />
          <OnCallPanel onCall={overview.onCall} />
        </div>
      </div>
      <HeatPanel heat={overview.heat} at={overview.at} />
    </>
  );
}
