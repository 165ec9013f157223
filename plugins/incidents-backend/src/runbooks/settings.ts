import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';

/** What runbooks need from config. */
export type RunbookSettings = {
  /** Whether entities that were read from files of this machine may bring runbooks from there. */
  allowFiles: boolean;
  /** Without a slash at its end. */
  appBaseUrl: string;
  /** Days after which a runbook counts as not reviewed. */
  staleAfterDays: number;
  /** Resolves a relative address the way the code host of `base` writes addresses. Plain URL rules when absent. */
  resolveUrl?(request: { url: string; base: string }): string;
};

/** Reads `incidents.runbooks`, `app.baseUrl` and `integrations` of config. */
export function readRunbookSettings(
  config: RootConfigService,
): RunbookSettings & Required<Pick<RunbookSettings, 'resolveUrl'>> {
  const integrations = ScmIntegrations.fromConfig(config);
  return {
    allowFiles:
      config.getOptionalBoolean('incidents.runbooks.allowFiles') ?? false,
    appBaseUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
    staleAfterDays: 180,
    resolveUrl: request => integrations.resolveUrl(request),
  };
}
