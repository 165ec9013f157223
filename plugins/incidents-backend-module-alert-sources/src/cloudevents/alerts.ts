import { readJson } from '../bodies';
import { bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { expanded } from '../placeholders';
import { recordOf, textOf } from '../tolerant';

type Event = {
  type: string;
  subject?: string;
  data?: unknown;
  data_base64?: string;
};

/** What others call what the generic source calls otherwise. */
const words = new Map<string, string>([
  ...['firing', 'alert', 'alerting', 'open', 'opened', 'triggered', 'active']
    .concat('problem', 'down', 'fired', 'raised', 'started', 'failed')
    .map((word): [string, string] => [word, 'firing']),
  ...['acknowledged', 'acked'].map((word): [string, string] => [
    word,
    'acknowledged',
  ]),
  ...['resolved', 'ok', 'closed', 'recovered', 'up', 'cleared', 'normal']
    .concat('inactive', 'healthy', 'fixed', 'ended', 'succeeded')
    .map((word): [string, string] => [word, 'resolved']),
]);

/**
 * The data of an event: JSON as it is, within a text or in Base64, else the text.
 *
 * @internal
 */
export function readContent(event: Event): unknown {
  const { data, data_base64 } = event;
  const text =
    data_base64 === undefined
      ? data
      : Buffer.from(data_base64, 'base64').toString('utf8');
  if (typeof text !== 'string') return text;
  try {
    return readJson(text);
  } catch {
    return text;
  }
}

/**
 * The alerts in the data of an event, in the words of the generic source. What is wrong with them is for that source to say.
 *
 * @internal
 */
export function readAlerts(
  event: Event,
  data: unknown,
): Array<Record<string, unknown>> {
  const body = recordOf(data);
  const several = body?.alerts;
  if (Array.isArray(several) && several.length > 0) {
    return several
      .slice(0, bounds.alerts + 1)
      .map(alert => readAlert(event, recordOf(alert) ?? { title: alert }));
  }
  return [readAlert(event, body ?? { title: textOf(data) })];
}

function readAlert(
  event: Event,
  alert: Record<string, unknown>,
): Record<string, unknown> {
  const title = firstText(
    bounds.title,
    ...['title', 'name', 'summary', 'subject', 'message'].map(name =>
      expanded(alert[name]),
    ),
    event.subject,
    lastingType(event.type),
  );
  const { description = alert.message, severity, labels, links } = alert;
  return {
    title,
    status: statusOf(event, alert),
    severity: textOf(severity),
    dedupKey: expanded(alert.dedupKey),
    fingerprint: expanded(alert.fingerprint),
    entityRef:
      expanded(alert.entityRef) ?? namedEntity(alert, recordOf(labels)),
    description: textOf(description),
    labels: recordOf(labels),
    links: Array.isArray(links) ? links.flatMap(readLink) : undefined,
    runbookUrl: textOf(alert.runbookUrl),
    startedAt: textOf(alert.startedAt),
    resolvedAt: textOf(alert.resolvedAt),
  };
}

/** A word that nobody knows is left for the generic source to refuse; in a type it is no status at all. */
function statusOf(event: Event, alert: Record<string, unknown>): unknown {
  const said = expanded(alert.status) ?? expanded(alert.state);
  if (said) return words.get(said.toLowerCase()) ?? said;
  return words.get(lastWord(event.type));
}

function lastWord(type: string): string {
  const parts = type.slice(-bounds.labelName).split(/[^A-Za-z]+/);
  return parts[parts.length - 1].toLowerCase();
}

/** A type without the word that tells the status, so that it is the same when the alert is over. */
function lastingType(type: string): string {
  const word = lastWord(type);
  return words.has(word) && type.length > word.length + 1
    ? type.slice(0, -word.length - 1)
    : type;
}

function readLink(value: unknown): object[] {
  const { url, title, type } = recordOf(value) ?? { url: value };
  const isKnown = ['runbook', 'dashboard', 'alert', 'other'].includes(
    textOf(type) ?? '',
  );
  return typeof url === 'string'
    ? [{ url, title: textOf(title), type: isKnown ? type : 'other' }]
    : [];
}
