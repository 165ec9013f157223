import { useEffect, type ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  pluginHeaderActionsApiRef,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container, PluginHeader } from '@backstage/ui';
import { RiAlarmWarningLine } from '@remixicon/react';
import { NavLink } from 'react-router-dom';
import { DeclareButton } from '../declare';
import { KeyboardHelp } from '../keyboard/KeyboardHelp';
import {
  alertsRouteRef,
  incidentListRouteRef,
  onCallRouteRef,
  rootRouteRef,
} from '../routes';
import { incidentsTranslationRef } from '../translation';
import styles from './shell.module.css';

export type PageShellProps = {
  children: ReactNode;
  /** Prefilled in the declare dialog. */
  entityRef?: string;
  /** What the browser's tab says. */
  title?: string;
};

/** What stands around every page: header, tabs, the way to declare, the keyboard help. */
export function PageShell(props: PageShellProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const rootHref = useRouteRef(rootRouteRef)();
  const foreignActions = useApiHolder()
    .get(pluginHeaderActionsApiRef)
    ?.getPluginHeaderActions('incidents');
  useDocumentTitle(props.title ?? t('shell.title'));
  return (
    <main className={styles.shell}>
      <PluginHeader
        className={styles.header}
        title={t('shell.title')}
        titleLink={rootHref}
        icon={<RiAlarmWarningLine />}
        customActions={
          <>
            {foreignActions}
            <KeyboardHelp />
            <DeclareButton entityRef={props.entityRef} />
          </>
        }
      />
      <Container>
        <PageTabs />
        {props.children}
      </Container>
    </main>
  );
}

function PageTabs() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const rootHref = useRouteRef(rootRouteRef)();
  const listHref = useRouteRef(incidentListRouteRef)();
  const alertsHref = useRouteRef(alertsRouteRef)();
  const onCallHref = useRouteRef(onCallRouteRef)();
  return (
    <nav className={styles.nav} aria-label={t('shell.title')}>
      <NavLink to={rootHref} end className={styles.tab}>
        {t('shell.overview')}
      </NavLink>
      <NavLink to={listHref} className={styles.tab}>
        {t('shell.incidents')}
      </NavLink>
      <NavLink to={alertsHref} className={styles.tab}>
        {t('shell.alerts')}
      </NavLink>
      <NavLink to={onCallHref} className={styles.tab}>
        {t('shell.onCall')}
      </NavLink>
    </nav>
  );
}

function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
