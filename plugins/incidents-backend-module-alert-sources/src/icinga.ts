import type { AlertSignal, AlertSource } from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { linkTo } from './addresses';
import { readJsonOrForm } from './bodies';
import { bounds, firstText } from './bounds';
import { namedEntity } from './entityRefs';
import { readEpoch } from './epochs';
import { nameOrDigest } from './fingerprints';
import { icingaGuide } from './icinga.guide';
import { icingaSamples } from './icinga.samples';
import { boundedLabels } from './labels';
import { readLinks, type Link } from './links';
import { expanded, expandedName } from './placeholders';
import { objectBody, refuse } from './tolerant';

/** The fields of the notification command, without those that say nothing. */
type Said = Partial<Record<string, string>>;

type IcingaPayload = {
  said: Said;
  host: string;
  /** Absent for a notification about the host itself. */
  service?: string;
  /** Absent when the delivery brings no alert. */
  status?: AlertSignal['status'];
  remark?: string;
};

const open = new Set(['WARNING', 'CRITICAL', 'UNKNOWN', 'DOWN', 'UNREACHABLE']);
const closed = new Set(['OK', 'UP']);

/** Everything else that is sent becomes a label. */
const told = new Set([
  'type',
  'state',
  'output',
  'long_output',
  'last_state_change',
  'author',
  'comment',
  'notes_url',
  'action_url',
  'icingaweb_url',
  'host_display_name',
  'service_display_name',
]);

const payloadSchema = objectBody(
  'the fields of the notification command, with type and host',
).transform((body, context): IcingaPayload => {
  const said = readFields(body);
  const host = expandedName(said.host);
  if (!host) {
    const expected = 'the name of the host';
    return refuse(context, ['host'], { expected, input: body.host });
  }
  const about = { said, host, service: expandedName(said.service) };
  const type = said.type?.toUpperCase();
  if (type === 'DOWNTIMESTART' || type === 'FLAPPINGDISABLED') {
    const remark = `A notification of type ${type} says nothing about the problem itself`;
    return { ...about, remark };
  }
  const status = statusOf(type, said.state?.toUpperCase());
  if (status) return { ...about, status };
  const field = type && said.state ? 'state' : 'type';
  return refuse(context, [field], {
    expected:
      'as Icinga or Nagios has it, such as PROBLEM or RECOVERY with a state such as CRITICAL or OK',
    input: body[field],
  });
}) satisfies z.ZodType<IcingaPayload>;

/**
 * Icinga 2 and Nagios by a notification command that posts a form.
 *
 * @public
 */
export const icinga: AlertSource = {
  id: 'icinga',
  title: 'Icinga and Nagios',
  payload: payloadSchema,
  readBody: readJsonOrForm,
  toSignals: payload =>
    payload.status ? [toSignal(payload, payload.status)] : [],
  remark: payload => payload.remark,
  guide: icingaGuide,
  samples: icingaSamples,
} satisfies AlertSource<IcingaPayload>;

/** While something flaps, its problems and recoveries are not told, nor are those of a downtime: what is told at the end is the state. */
function statusOf(
  type: string | undefined,
  state: string | undefined,
): AlertSignal['status'] | undefined {
  switch (type) {
    case 'PROBLEM':
    case 'FLAPPINGSTART':
      return 'firing';
    case 'RECOVERY':
      return 'resolved';
    case 'ACKNOWLEDGEMENT':
      return 'acknowledged';
    default:
      if (state && closed.has(state)) return 'resolved';
      return state && open.has(state) ? 'firing' : undefined;
  }
}

function toSignal(
  { said, host, service }: IcingaPayload,
  status: AlertSignal['status'],
): AlertSignal {
  const isOver = status === 'resolved';
  const shownHost = said.host_display_name ?? host;
  const labels = Object.fromEntries(
    Object.entries({ ...said, host, service }).flatMap(([name, value]) =>
      value && !told.has(name) ? [[name, value]] : [],
    ),
  );
  const changedAt = readEpoch(said.last_state_change);
  return {
    // Icinga's own way to write a service. Ids of problems are 0 or another's in a recovery.
    fingerprint: nameOrDigest(
      service ? `${host}!${service}` : host,
      bounds.fingerprint,
    )!,
    status,
    title: firstText(
      bounds.title,
      service
        ? `${said.service_display_name ?? service} on ${shownHost}`
        : `Host ${shownHost}`,
    )!,
    description: firstText(bounds.description, descriptionOf(said)),
    severity: isOver ? undefined : severityOf(said.state),
    entityRef: namedEntity(said),
    labels: boundedLabels(labels),
    links: linksOf(said),
    startedAt: isOver ? undefined : changedAt,
    resolvedAt: isOver ? changedAt : undefined,
  };
}

function severityOf(state: string | undefined): string | undefined {
  return state && !closed.has(state.toUpperCase())
    ? firstText(bounds.severity, state)
    : undefined;
}

function descriptionOf(said: Said): string {
  const { author, comment } = said;
  return [
    said.output,
    // Both write line ends of long output as two characters.
    said.long_output?.replaceAll('\\n', '\n'),
    comment && (author ? `${author}: ${comment}` : comment),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function linksOf(said: Said): Link[] {
  const base = said.icingaweb_url;
  return readLinks([
    { title: 'Runbook', type: 'runbook', url: said.runbook_url },
    { title: 'Notes', type: 'runbook', url: linkTo(said.notes_url, base) },
    { title: 'Action', type: 'other', url: linkTo(said.action_url, base) },
    { title: 'Alert in the monitor', type: 'alert', url: said.alert_url },
    { title: 'Icinga Web', type: 'other', url: base },
  ]);
}

function readFields(body: Record<string, unknown>): Said {
  return Object.fromEntries(
    Object.entries(body)
      .slice(0, bounds.labelsRead)
      .flatMap(([name, value]) => {
        const text = expanded(value);
        return text === undefined || name === '__proto__' ? [] : [[name, text]];
      }),
  );
}
