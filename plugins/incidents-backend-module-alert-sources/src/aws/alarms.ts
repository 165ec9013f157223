import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { z } from 'zod';
import { bounded, bounds, firstText } from '../bounds';
import { namedEntity } from '../entityRefs';
import { derivedFingerprint, nameOrDigest } from '../fingerprints';
import { boundedLabels } from '../labels';
import { readLinks } from '../links';
import { namedLinks, noteFields } from '../notes';
import { expandedName } from '../placeholders';
import { recordsOf } from '../records';
import { membersOf, recordOf, refuse, textOf } from '../tolerant';
import { readAwsInstant } from './awsInstants';
import { pairs, texts } from './pairs';

/** A change of a CloudWatch alarm, whichever way it came. */
export type Alarm = {
  state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA' | 'DELETED';
  arn?: string;
  name?: string;
  account?: string;
  reason?: string;
  note?: string;
  changedAt?: Date;
  /** When it went into alarm, where an OK says so. */
  since?: Date;
  /** One time series of an alarm that watches many. */
  contributor?: string;
  /** What tells that series from the others. */
  series?: string;
  about: Record<string, string>;
  tags: Record<string, string>;
};

const states = ['ALARM', 'OK', 'INSUFFICIENT_DATA'];

/**
 * Whether an event is about an alarm of CloudWatch.
 *
 * @internal
 */
export function isAlarmEvent(event: Record<string, unknown>): boolean {
  return (
    textOf(event.source) === 'aws.cloudwatch' &&
    textOf(recordOf(event.detail)?.alarmName) !== undefined
  );
}

/**
 * Reads the message of an alarm action, or the event of a change of state or configuration. Undefined for a configuration that
 * was only changed.
 *
 * @internal
 */
export function readAlarm(
  content: Record<string, unknown>,
  context: z.RefinementCtx,
): Alarm | undefined {
  return recordOf(content.detail)
    ? readEvent(content, context)
    : readMessage(content, context);
}

function readMessage(
  message: Record<string, unknown>,
  context: z.RefinementCtx,
): Alarm {
  const trigger = recordOf(message.Trigger) ?? {};
  const state = stateOf(message.NewStateValue, ['NewStateValue'], context);
  return {
    state,
    arn: arnOf(message.AlarmArn),
    name: textOf(message.AlarmName),
    account: textOf(message.AWSAccountId),
    reason: textOf(message.NewStateReason),
    note: textOf(message.AlarmDescription),
    changedAt: readAwsInstant(message.StateChangeTime),
    contributor: expandedName(message.AlarmContributorId),
    series: seriesOf(message.AlarmContributorAttributes),
    about: {
      ...texts({
        region: message.Region,
        namespace: trigger.Namespace,
        metric: trigger.MetricName,
      }),
      ...pairs(trigger.Dimensions),
      ...pairs(message.AlarmContributorAttributes),
    },
    tags: pairs(message.AlarmTags),
  };
}

function readEvent(
  event: Record<string, unknown>,
  context: z.RefinementCtx,
): Alarm | undefined {
  const detail = recordOf(event.detail)!;
  const isDeleted = textOf(detail.operation) === 'delete';
  if (detail.operation !== undefined && !isDeleted) return undefined;
  const state = recordOf(detail.state) ?? {};
  const before = recordOf(detail.previousState) ?? {};
  const contributor = recordOf(detail.alarmContributor) ?? {};
  const configuration = recordOf(detail.configuration) ?? {};
  const [metric] = recordsOf(configuration.metrics).map(one =>
    recordOf(recordOf(one.metricStat)?.metric),
  );
  return {
    state: isDeleted
      ? 'DELETED'
      : stateOf(state.value, ['detail', 'state', 'value'], context),
    arn: arnOf(membersOf(event.resources)[0]),
    name: textOf(detail.alarmName),
    account: textOf(event.account),
    reason: isDeleted ? 'The alarm was deleted.' : textOf(state.reason),
    note: textOf(configuration.description),
    changedAt: readAwsInstant(state.timestamp) ?? readAwsInstant(event.time),
    since:
      before.value === 'ALARM' ? readAwsInstant(before.timestamp) : undefined,
    contributor: expandedName(contributor.id),
    series: seriesOf(contributor.attributes),
    about: {
      ...texts({
        region: event.region,
        namespace: metric?.namespace,
        metric: metric?.name,
      }),
      ...pairs(metric?.dimensions),
      ...pairs(contributor.attributes),
    },
    tags: pairs(detail.alarmTags),
  };
}

/**
 * The signal of an alarm. Missing data say nothing of whether the condition holds, so they bring none.
 *
 * @internal
 */
export function alarmSignals(alarm: Alarm): AlertSignal[] {
  if (alarm.state === 'INSUFFICIENT_DATA') return [];
  const { state, arn, name = '', account, contributor, changedAt } = alarm;
  const { series } = alarm;
  const said = [alarm.tags, noteFields(alarm.note)];
  const isOver = state !== 'ALARM';
  const labels = {
    ...texts({ alarmname: name, account }),
    ...alarm.about,
    ...alarm.tags,
  };
  return [
    {
      fingerprint:
        nameOrDigest(
          arn && contributor ? `${arn} ${contributor}` : arn,
          bounds.fingerprint,
        ) ??
        derivedFingerprint(name, undefined, {
          ...texts({ account, contributor }),
          ...alarm.about,
        }),
      status: isOver ? 'resolved' : 'firing',
      title:
        firstText(bounds.title, name && series ? `${name}: ${series}` : name) ??
        'Alarm without a name',
      description: firstText(
        bounds.description,
        [alarm.reason, alarm.note].filter(Boolean).join('\n\n'),
      ),
      severity: firstText(
        bounds.severity,
        ...said.flatMap(fields => [fields.severity, fields.priority]),
      ),
      entityRef: namedEntity(...said),
      labels: boundedLabels(labels),
      links: readLinks([
        ...namedLinks(...said),
        { url: consoleOf(arn), title: 'Alarm in CloudWatch', type: 'alert' },
      ]),
      startedAt: isOver ? alarm.since : changedAt,
      resolvedAt: isOver ? changedAt : undefined,
    },
  ];
}

const consoles: Record<string, string> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

function consoleOf(arn: string | undefined): string | undefined {
  const [, partition, region, name] =
    /^arn:(aws[a-z-]{0,20}):cloudwatch:([a-z0-9-]{1,40}):\d{1,20}:alarm:(.+)$/.exec(
      arn ?? '',
    ) ?? [];
  const host = Object.hasOwn(consoles, partition ?? '')
    ? consoles[partition]
    : undefined;
  return host && URL.canParse(`https://${region}.${host}`)
    ? `https://${region}.${host}/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(
        bounded(name, bounds.url),
      )}`
    : undefined;
}

function stateOf(
  value: unknown,
  path: string[],
  context: z.RefinementCtx,
): Alarm['state'] {
  return typeof value === 'string' && states.includes(value)
    ? (value as Alarm['state'])
    : refuse(context, path, {
        expected: '"ALARM", "OK" or "INSUFFICIENT_DATA"',
        input: value,
      });
}

function arnOf(value: unknown): string | undefined {
  const name = expandedName(value);
  return name?.startsWith('arn:') ? name : undefined;
}

function seriesOf(attributes: unknown): string | undefined {
  return Object.values(pairs(attributes)).join(', ') || undefined;
}
