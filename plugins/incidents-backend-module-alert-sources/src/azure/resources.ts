import { bounded, bounds } from '../bounds';
import { membersOf, recordOf, textOf } from '../tolerant';
import { readLabels } from '../labels';

/**
 * What the id of an Azure resource says, as labels.
 *
 * @internal
 */
export function resourceLabels(id: string | undefined): Record<string, string> {
  const steps = (id ?? '').slice(0, 2_000).split('/');
  const after = (name: string) => {
    const at = steps.findIndex(step => step.toLowerCase() === name);
    return at < 0 ? undefined : steps[at + 1];
  };
  const provider = steps.findLastIndex(
    step => step.toLowerCase() === 'providers',
  );
  const [namespace, type, name] =
    provider < 0 ? [] : steps.slice(provider + 1, provider + 4);
  return present({
    subscription: after('subscriptions'),
    resource_group: after('resourcegroups'),
    resource_type: namespace && type ? `${namespace}/${type}` : undefined,
    resource: name,
  });
}

/**
 * Dimensions of the criteria of an alert, a list of names and values, as labels.
 *
 * @internal
 */
export function dimensionLabels(dimensions: unknown): Record<string, string> {
  return readLabels(
    Object.fromEntries(
      membersOf(dimensions).flatMap(one => {
        const name = textOf(recordOf(one)?.name);
        return name ? [[name, recordOf(one)!.value]] : [];
      }),
    ),
  );
}

/**
 * The address of a resource or of an alert in the portal of Azure.
 *
 * @internal
 */
export function portalLink(
  kind: 'resource' | 'alert',
  id: string | undefined,
): string | undefined {
  if (!id?.startsWith('/')) return undefined;
  return kind === 'resource'
    ? `https://portal.azure.com/#resource${encodeURI(bounded(id, bounds.url))}`
    : `https://portal.azure.com/#blade/Microsoft_Azure_Monitoring/AlertDetailsTemplateBlade/alertId/${encodeURIComponent(
        bounded(id, bounds.url),
      )}`;
}

/**
 * The fields that are texts and not blank.
 *
 * @internal
 */
export function present(fields: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      const text = textOf(value)?.trim();
      return text ? [[name, text]] : [];
    }),
  );
}
