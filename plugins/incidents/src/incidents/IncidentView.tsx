import type { IncidentDetail } from 'backstage-plugin-incidents-common';
import { RunbookPanel } from '../runbooks/RunbookPanel';
import { OnCallPanel } from '../service/OnCallPanel';
import { AlertsPanel } from './AlertsPanel';
import { EffectsPanel } from './EffectsPanel';
import { describeState } from './describeState';
import { IncidentHead } from './IncidentHead';
import { PagedPanel } from './PagedPanel';
import { StatePanel } from './StatePanel';
import { TimelinePanel } from './TimelinePanel';
import { useMayUpdate } from './useMayUpdate';
import styles from './incident.module.css';

export function IncidentView({ incident }: { incident: IncidentDetail }) {
  const state = describeState(incident);
  const mayUpdate = useMayUpdate(incident.key);
  return (
    <>
      <IncidentHead incident={incident} state={state} mayUpdate={mayUpdate} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <StatePanel incident={incident} state={state} />
          <PagedPanel incident={incident} />
          <EffectsPanel effects={incident.likelyEffects} />
          <OnCallPanel section={incident.onCall} />
        </div>
        <div className={styles.column}>
          <RunbookPanel
            runbooks={incident.runbooks}
            entityRef={incident.entityRefs[0]}
          />
          <AlertsPanel incident={incident} />
        </div>
      </div>
      <TimelinePanel incidentKey={incident.key} mayWrite={mayUpdate} />
    </>
  );
}
