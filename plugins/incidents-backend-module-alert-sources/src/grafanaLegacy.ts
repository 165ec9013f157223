import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { linkTo } from './addresses';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { derivedFingerprint, nameOrDigest } from './fingerprints';
import { boundedLabels, readLabels } from './labels';
import { readLinks } from './links';
import { membersOf, recordOf, refuse, textOf } from './tolerant';

/**
 * What a delivery of Grafana comes to.
 *
 * @internal
 */
export type GrafanaReading = { signals: AlertSignal[]; remark?: string };

const statuses: Partial<Record<string, AlertSignal['status']>> = {
  alerting: 'firing',
  no_data: 'firing',
  ok: 'resolved',
};

/** A rule of which Grafana does not say whether its condition is met. */
const undecided = new Set(['pending', 'paused', 'unknown']);

/**
 * Reads what a dashboard alert of Grafana before 11 sends: one rule, with what it measured.
 *
 * @internal
 */
export function readLegacyRule(
  body: Record<string, unknown>,
  context: z.RefinementCtx,
): GrafanaReading {
  const state = textOf(body.state)?.trim().toLowerCase() ?? '';
  if (textOf(body.ruleName) === 'Test notification') {
    return {
      signals: [],
      remark:
        'This is the test of a notification channel of Grafana, which brings no alert',
    };
  }
  if (undecided.has(state)) {
    return {
      signals: [],
      remark: `The rule is ${state}, which neither fires nor resolves an alert`,
    };
  }
  const status = statuses[state];
  return status
    ? { signals: [toSignal(body, status, state)] }
    : refuse(context, ['state'], {
        expected: '"alerting", "no_data" or "ok"',
        input: body.state,
      });
}

function toSignal(
  body: Record<string, unknown>,
  status: AlertSignal['status'],
  state: string,
): AlertSignal {
  const tags = readLabels(recordOf(body.tags));
  const name = firstText(
    bounds.title,
    textOf(body.ruleName),
    withoutState(textOf(body.title)),
  );
  const url = textOf(body.ruleUrl);
  return {
    fingerprint: keyOf(body, name ?? '', tags),
    status,
    title: name ?? 'Alert without a name',
    description: firstText(bounds.description, descriptionOf(body, state)),
    severity: firstText(bounds.severity, tags.severity, tags.priority),
    entityRef: namedEntity(tags),
    labels: boundedLabels({ ...measuredLabels(body), ...tags }),
    links: readLinks([
      { title: 'Runbook', type: 'runbook', url: tags.runbook_url },
      { title: 'Runbook', type: 'runbook', url: tags.runbook },
      { title: 'Panel in Grafana', type: 'alert', url: linkTo(url, undefined) },
    ]),
  };
}

/** Ids of rules begin at 1; 0 is written when there is none. */
function keyOf(
  body: Record<string, unknown>,
  name: string,
  tags: Record<string, string>,
): string {
  const id = textOf(body.ruleId)?.trim();
  const org = textOf(body.orgId)?.trim() || '1';
  const isKnown = id !== undefined && /^[1-9]\d{0,14}$/.test(id);
  const place = readLabels({
    orgId: body.orgId,
    dashboardId: body.dashboardId,
    panelId: body.panelId,
  });
  return (
    nameOrDigest(isKnown ? `rule-${org}-${id}` : '', bounds.fingerprint) ??
    derivedFingerprint(name, undefined, { ...tags, ...place })
  );
}

function descriptionOf(body: Record<string, unknown>, state: string): string {
  const measured = membersOf(body.evalMatches).flatMap(match => {
    const { metric, value } = recordOf(match) ?? {};
    const [of, is] = [textOf(metric), textOf(value)];
    return of && is ? [`- ${of}: ${is}`] : [];
  });
  return [
    state === 'no_data' ? 'The rule has no data.' : undefined,
    textOf(body.message),
    measured.slice(0, bounds.labels).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The labels that everything measured has in common; they are none of the key, since a resolve measures nothing. */
function measuredLabels(body: Record<string, unknown>): Record<string, string> {
  const [first, ...others] = membersOf(body.evalMatches).map(match =>
    readLabels(recordOf(recordOf(match)?.tags)),
  );
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) =>
      others.every(other => other[name] === value),
    ),
  );
}

/** `[Alerting] Error rate` fires, `[OK] Error rate` resolves. */
function withoutState(title: string | undefined): string | undefined {
  return title
    ?.slice(0, bounds.description)
    .replace(/^\s*\[[\w ]{1,20}\]\s*/, '');
}
