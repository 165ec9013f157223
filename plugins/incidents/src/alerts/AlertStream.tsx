import { useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Alert, Page } from 'backstage-plugin-incidents-common';
import { TaughtEmpty } from 'backstage-plugin-incidents-react';
import { useScheme } from '../declare/SeverityField';
import { Pager } from '../incidents/Pager';
import { useRowKeys } from '../keyboard/useRowKeys';
import { useShortcuts } from '../keyboard/useShortcuts';
import { incidentsTranslationRef } from '../translation';
import { AlertRow } from './AlertRow';
import {
  isNarrowed,
  noAlertFilters,
  type AlertFilters,
  type AlertGroup,
} from './describeAlertFilters';
import type { Done } from './DoneLine';
import type { ChangeAlertFilters } from './useAlertFilters';
import styles from './alerts.module.css';

export type AlertStreamProps = {
  page: Page<Alert>;
  group: AlertGroup;
  filters: AlertFilters;
  onChange: ChangeAlertFilters;
  onDone: (done: Done) => void;
};

/** Alerts as rows; `j` and `k` move through them, Enter opens one, `a` acknowledges it. */
export function AlertStream(props: AlertStreamProps) {
  const { page, filters, onChange } = props;
  const scheme = useScheme().data;
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  useShortcuts({ a: pressAcknowledge });
  if (!page.items.length && !page.nextCursor) return <NoAlerts {...props} />;
  return (
    <>
      {!page.items.length && <NotYet />}
      <ul ref={list} className={styles.stream}>
        {page.items.map(alert => (
          <AlertRow
            key={alert.id}
            alert={alert}
            scheme={scheme}
            onDone={props.onDone}
          />
        ))}
      </ul>
      <Pager
        cursors={filters.cursors}
        nextCursor={page.nextCursor}
        onChange={cursors => onChange({ cursors })}
      />
    </>
  );
}

/** The button of the row that has the focus: the keyboard does what the mouse would. */
function pressAcknowledge(): void {
  document.activeElement
    ?.closest('[data-alert]')
    ?.querySelector<HTMLElement>('[data-deed="acknowledge"] button')
    ?.click();
}

/** The backend looks among so many at a time. */
function NotYet() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <TaughtEmpty title={t('list.notYet')} advice={t('list.notYetAdvice')} />
  );
}

function NoAlerts({ group, filters, onChange }: AlertStreamProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (!isNarrowed(filters) && !filters.cursors.length) {
    return (
      <TaughtEmpty
        title={t(`alerts.empty.${group}`)}
        advice={t(`alerts.emptyAdvice.${group}`)}
      />
    );
  }
  return (
    <TaughtEmpty
      title={t('alerts.none')}
      advice={t('alerts.noneAdvice')}
      actions={
        <Button
          variant="secondary"
          onPress={() => onChange({ ...noAlertFilters, show: group })}
        >
          {t('alerts.clear')}
        </Button>
      }
    />
  );
}
