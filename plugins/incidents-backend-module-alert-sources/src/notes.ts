import { bounds } from './bounds';

const line = /^[-*\s]*([A-Za-z][A-Za-z_]{0,40})\s*[:=]\s*(\S.*)$/;

/**
 * Lines such as `runbook_url: https://…` in a note, for monitors without labels: names in lower case and what stands behind them.
 *
 * @internal
 */
export function noteFields(note: string | undefined): Record<string, string> {
  const lines = (note ?? '').slice(0, bounds.description).split('\n');
  return Object.fromEntries(
    lines.flatMap(text => {
      const [, name, value] = line.exec(text.slice(0, bounds.url + 100)) ?? [];
      return name ? [[name.toLowerCase(), value.trim()]] : [];
    }),
  );
}

/**
 * The links to a runbook and a dashboard that labels, tags or notes name.
 *
 * @internal
 */
export function namedLinks(
  ...said: Array<Record<string, string>>
): Array<{ url: string; title: string; type: 'runbook' | 'dashboard' }> {
  return said.flatMap(fields =>
    (['runbook', 'dashboard'] as const).flatMap(type =>
      [fields[`${type}_url`], fields[type]]
        .filter(url => url !== undefined)
        .map(url => ({
          ...{ url, type },
          title: type === 'runbook' ? 'Runbook' : 'Dashboard',
        })),
    ),
  );
}
