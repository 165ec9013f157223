import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SeverityScheme } from 'backstage-plugin-incidents-common';
import {
  ProblemPanel,
  SkeletonLines,
  useIncidentsQuery,
} from 'backstage-plugin-incidents-react';
import { SeverityPicker } from '../severity/SeverityPicker';
import { incidentsTranslationRef } from '../translation';

/** The severity scheme of an entity, of the portal while there is none. */
export function useScheme(entityRef?: string) {
  return useIncidentsQuery<SeverityScheme>(
    ['severities', entityRef],
    (api, signal) =>
      api.getSeverities({ query: entityRef ? { entityRef } : {} }, { signal }),
    { keepPrevious: true },
  );
}

export type SeverityFieldProps = {
  scheme: ReturnType<typeof useScheme>;
  severity?: string;
  onChange: (severity: string) => void;
};

/** How bad, with the criteria in view. Without a scheme the backend takes the default. */
export function SeverityField({
  scheme,
  severity,
  onChange,
}: SeverityFieldProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (scheme.data) {
    return (
      <SeverityPicker
        scheme={scheme.data}
        severity={severity}
        label={t('declare.severity')}
        description={t('declare.severity.hint')}
        onChange={onChange}
      />
    );
  }
  if (scheme.error) {
    return (
      <ProblemPanel error={scheme.error} onRetry={() => scheme.refetch()} />
    );
  }
  return <SkeletonLines lines={4} />;
}
