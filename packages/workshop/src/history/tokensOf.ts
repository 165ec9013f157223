import type { Config } from '@backstage/config';

/** The token of each integration of the portal, as its monitors would show it. */
export function tokensOf(config: Config): (integration: string) => string {
  const integrations =
    config.getOptionalConfigArray('incidents.integrations') ?? [];
  const tokens = new Map(
    integrations.map(integration => [
      integration.getString('id'),
      integration.getOptionalString('token') ??
        integration.getOptionalStringArray('tokens')?.[0],
    ]),
  );
  return id => {
    const token = tokens.get(id);
    if (!token) {
      throw new Error(
        `incidents.integrations has no ${id} with a token, and the recording needs it`,
      );
    }
    return token;
  };
}
