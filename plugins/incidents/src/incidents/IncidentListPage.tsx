import { useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Incident, Page } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  SkeletonLines,
  TaughtEmpty,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { useShortcuts } from '../keyboard/useShortcuts';
import { FirstAlert } from '../shell/FirstAlert';
import { PageShell } from '../shell/PageShell';
import { incidentsTranslationRef, type Words } from '../translation';
import {
  isFiltered,
  noFilters,
  toQuery,
  type Filters,
} from './describeFilters';
import { FilterBar } from './FilterBar';
import { IncidentTable } from './IncidentTable';
import { lookFurther } from './lookFurther';
import { Pager } from './Pager';
import { useFilters, type ChangeFilters } from './useFilters';
import styles from './list.module.css';

/** All incidents, filtered and sorted by the server; the address is the filter. */
export function IncidentListPage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [filters, change] = useFilters();
  const query = toQuery(filters);
  const incidents = useIncidentsQuery(
    ['incidents', query],
    (api, signal) =>
      lookFurther(
        part => api.listIncidents({ query: { ...query, ...part } }, { signal }),
        query,
      ),
    { keepPrevious: true },
  );
  const searchField = useRef<HTMLDivElement>(null);
  useShortcuts({
    '/': () => searchField.current?.querySelector('input')?.focus(),
  });
  return (
    <PageShell entityRef={filters.entityRef[0]}>
      <div className={styles.page}>
        <div ref={searchField}>
          <FilterBar
            filters={filters}
            integrations={integrationsOf(incidents.data?.items ?? [])}
            onChange={change}
          />
        </div>
        <Panel title={titleOf(incidents.data, t)}>
          {incidents.error && (
            <ProblemPanel
              error={incidents.error}
              stale={Boolean(incidents.data)}
              onRetry={() => incidents.refetch()}
            />
          )}
          {incidents.isPending && <SkeletonLines lines={10} height={28} />}
          {incidents.data && (
            <Rows page={incidents.data} filters={filters} onChange={change} />
          )}
        </Panel>
      </div>
    </PageShell>
  );
}

function titleOf(page: Page<Incident> | undefined, t: Words): string {
  if (!page) return t('list.title');
  const { totalItems, totalIsAtLeast } = page;
  if (!totalIsAtLeast) return t('list.count', { count: totalItems });
  return totalItems > 0
    ? t('list.more', { total: String(totalItems) })
    : t('list.title');
}

type RowsProps = {
  page: Page<Incident>;
  filters: Filters;
  onChange: ChangeFilters;
};

function Rows(props: RowsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { page, filters, onChange } = props;
  if (page.items.length > 0 || page.nextCursor) return <Found {...props} />;
  if (isFiltered(filters) || filters.cursors.length) {
    return (
      <TaughtEmpty
        title={t('list.none')}
        advice={t('list.noneAdvice')}
        actions={
          <Button variant="secondary" onPress={() => onChange(noFilters)}>
            {t('list.clear')}
          </Button>
        }
      />
    );
  }
  return (
    <FirstAlert
      title={t('list.first')}
      advice={t('list.firstAdvice')}
      label={t('list.firstSnippet')}
    />
  );
}

/** The rows of a page, which may have none before the last: the backend looks among so many at a time. */
function Found({ page, filters, onChange }: RowsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <>
      {page.items.length > 0 ? (
        <IncidentTable incidents={page.items} />
      ) : (
        <TaughtEmpty title={t('list.notYet')} advice={t('list.notYetAdvice')} />
      )}
      <Pager
        cursors={filters.cursors}
        nextCursor={page.nextCursor}
        onChange={cursors => onChange({ cursors })}
      />
    </>
  );
}

/** There is no list of integrations for everybody; those that declared something are known. */
function integrationsOf(incidents: Incident[]): string[] {
  const names = incidents.flatMap(({ declaredBy }) =>
    declaredBy.type === 'integration' ? [declaredBy.ref] : [],
  );
  return [...new Set(names)].sort();
}
