import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { onCallReadPermission } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  useIncidentsQuery,
  useLanguage,
} from 'backstage-plugin-incidents-react';
import { AccessFindings } from '../oncall/AccessFindings';
import { describeFindings } from '../oncall/describeAccess';
import { incidentsTranslationRef } from '../translation';

/** Who is on call for an entity soon and has not confirmed their access to it. Nothing when all have. */
export function AccessFindingsPanel({ entityRef }: { entityRef: string }) {
  const { allowed } = usePermission({ permission: onCallReadPermission });
  return allowed ? <Seen entityRef={entityRef} /> : null;
}

function Seen({ entityRef }: { entityRef: string }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const findings = useIncidentsQuery(
    ['access-findings', entityRef],
    (api, signal) =>
      api.listAccessFindings({ query: { entityRef } }, { signal }),
  );
  const { data, error } = findings;
  if (!error && !data?.items.length) return null;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Panel
      title={t('access.service')}
      level={3}
      count={data && describeFindings(data.items).length}
    >
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => findings.refetch()}
        />
      )}
      {data && (
        <AccessFindings
          items={data.items}
          place={{ zone, language }}
          none={t('access.findings.none')}
        />
      )}
    </Panel>
  );
}
