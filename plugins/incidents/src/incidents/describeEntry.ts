import {
  incidentStatuses,
  type TimelineEntry,
  type TimelineKind,
} from 'backstage-plugin-incidents-common';
import type { WidgetWords } from 'backstage-plugin-incidents-react';
import type { Words } from '../translation';
import { pageDescribers } from './describePages';
import type { TimelineLine } from './foldTimeline';
import { groupOf, type TimelineGroup } from './timelineGroups';

/** A line of the timeline in words. */
export type EntryWords = {
  group: TimelineGroup;
  /** Absent for notes, whose text is all there is. */
  sentence?: string;
  /** Why, in the words of whoever did it; Markdown for notes. */
  text?: string;
  link?: { title: string; url: string };
  isGap?: boolean;
  /** When the delivery came of which somebody had this read again. */
  replayed?: string;
};

type Describe = (
  entry: TimelineEntry,
  words: { t: Words; tw: WidgetWords; times: number },
) => Omit<EntryWords, 'group'>;

const heldAs = ['repeated', 'acknowledged', 'resolved'] as const;

const plain: Describe = entry => ({ sentence: entry.text });

/** What belongs to no incident is on no page that asks for its timeline, and is said in its own words. */
const describers: Record<
  Exclude<
    TimelineKind,
    `${
      | 'maintenance'
      | 'schedule'
      | 'calendar'
      | 'handover'
      | 'shift'
      | 'access'
      | 'hold'}.${string}`
  >,
  Describe
> = {
  'incident.declared': (entry, { t }) => ({
    sentence: declaredAs(entry, t),
    text: detail(entry, 'title'),
  }),
  'incident.moved': (entry, { t, tw }) => ({
    sentence: t('entry.moved', {
      from: statusName(detail(entry, 'from'), tw),
      to: statusName(detail(entry, 'to'), tw),
    }),
    text: reason(entry),
  }),
  'incident.severity': (entry, { t }) => ({
    sentence: t('entry.severity', {
      from: detail(entry, 'from'),
      to: detail(entry, 'to'),
    }),
    text: reason(entry),
  }),
  'incident.followed': (entry, { t }) => ({
    sentence: t('entry.followed', { by: detail(entry, 'by') }),
    text: reason(entry),
  }),
  'incident.cause': (entry, { t }) => {
    const causes = causesIn(entry);
    return {
      sentence: t('entry.cause', {
        keys: causes.map(({ key }) => key).join(', '),
      }),
      text: said(...causes.map(({ key, entityRef }) => `${key}: ${entityRef}`)),
    };
  },
  'pages.held': (entry, { t }) => ({
    sentence: t('entry.pages.held'),
    text: reason(entry),
  }),
  'pages.released': (entry, { t }) => ({
    sentence: t('entry.pages.released'),
    text: reason(entry),
  }),
  ...pageDescribers,
  'alert.opened': (entry, { t }) => ({
    sentence: t('entry.alert.opened', { title: detail(entry, 'title') }),
    text: decisions(entry),
  }),
  'alert.repeated': describeRepeated,
  'alert.acknowledged': (entry, { t }) => ({
    sentence: t('entry.alert.acknowledged', { title: detail(entry, 'title') }),
  }),
  'alert.resolved': (entry, { t }) => ({
    sentence: t('entry.alert.resolved', { title: detail(entry, 'title') }),
  }),
  'alert.routed': (entry, { t }) => ({
    sentence: t('entry.alert.routed', { title: detail(entry, 'title') }),
    text: decisions(entry),
  }),
  'alert.silenced': (entry, { t }) => ({
    sentence: t('entry.alert.silenced', { title: detail(entry, 'title') }),
    text: entry.text,
  }),
  'alert.maintenance': (entry, { t }) => ({
    sentence: t('entry.alert.maintenance', { title: detail(entry, 'title') }),
    text: entry.text,
  }),
  'alert.moved': (entry, { t }) => ({
    sentence: t('entry.alert.moved', { title: detail(entry, 'title') }),
    text: said(fromTo(entry), detail(entry, 'note')),
  }),
  'alert.flapping': (entry, { t }) => ({
    sentence: t('entry.alert.flapping', {
      title: detail(entry, 'title'),
      changes: detail(entry, 'changes'),
    }),
    text: t('entry.alert.flapping.why'),
  }),
  'alert.held': describeHeld,
  'alert.calm': (entry, { t }) => ({
    sentence: t(
      detail(entry, 'status') === 'resolved'
        ? 'entry.alert.calm.over'
        : 'entry.alert.calm.fires',
      { title: detail(entry, 'title'), changes: detail(entry, 'changes') },
    ),
  }),
  'incident.merged': (entry, { t }) => ({
    sentence: t('entry.merged', {
      from: detail(entry, 'from'),
      to: detail(entry, 'to'),
    }),
    text: said(detail(entry, 'note')),
  }),
  'note.added': entry => ({ text: entry.text }),
  'runbook.found': (entry, { t }) => ({
    sentence: t('entry.runbook.found', { title: detail(entry, 'title') }),
    text: detail(entry, 'because'),
    link: {
      title: detail(entry, 'title'),
      url: detail(entry, 'url'),
    },
  }),
  'runbook.missing': (_, { t }) => ({
    sentence: t('entry.runbook.missing'),
    isGap: true,
  }),
};

/** Puts a line into the reader's language. Reasons stay in the words they were given in. */
export function describeEntry(
  line: Pick<TimelineLine, 'entry' | 'times'>,
  words: { t: Words; tw: WidgetWords },
): EntryWords {
  const { entry, times } = line;
  const known: Partial<Record<TimelineKind, Describe>> = describers;
  const describe = known[entry.kind] ?? plain;
  return {
    group: groupOf[entry.kind] ?? 'status',
    ...describe(entry, { ...words, times }),
    ...replayOf(entry),
  };
}

function replayOf(entry: TimelineEntry): Pick<EntryWords, 'replayed'> {
  const { receivedAt } = (entry.details.replay ?? {}) as {
    receivedAt?: unknown;
  };
  return typeof receivedAt === 'string' ? { replayed: receivedAt } : {};
}

function describeRepeated(
  entry: TimelineEntry,
  { t, times }: { t: Words; times: number },
): Omit<EntryWords, 'group'> {
  const title = detail(entry, 'title');
  const to = detail(entry, 'to');
  if (to) {
    const from = detail(entry, 'from');
    return { sentence: t('entry.alert.worse', { title, from, to }) };
  }
  const occurrences = detail(entry, 'occurrences');
  if (times > 1) {
    return {
      sentence: t('entry.alert.repeatedRun', {
        title,
        occurrences,
        times: String(times),
      }),
    };
  }
  return {
    sentence: occurrences
      ? t('entry.alert.repeatedTimes', { title, occurrences })
      : t('entry.alert.repeated', { title }),
  };
}

/** What was held back; a monitor that changes its mind about the severity says what that was. */
function describeHeld(
  entry: TimelineEntry,
  { t }: { t: Words },
): Omit<EntryWords, 'group'> {
  const title = detail(entry, 'title');
  const to = detail(entry, 'to');
  if (to) {
    const from = detail(entry, 'from');
    return { sentence: t('entry.alert.worse', { title, from, to }) };
  }
  const became = heldAs.find(known => known === detail(entry, 'became'));
  const changes = detail(entry, 'changes');
  return {
    sentence: t(`entry.alert.held.${became ?? 'repeated'}`, { title, changes }),
  };
}

function declaredAs(entry: TimelineEntry, t: Words): string {
  const severity = detail(entry, 'severity');
  const follows = detail(entry, 'follows');
  return follows
    ? t('entry.declaredAfter', { severity, follows })
    : t('entry.declared', { severity });
}

function detail(entry: TimelineEntry, name: string): string {
  const value = entry.details[name];
  return value === undefined || value === null ? '' : String(value);
}

function causesIn({ details }: TimelineEntry) {
  const { because } = details as {
    because?: Array<{ key: string; entityRef: string }>;
  };
  return because ?? [];
}

function fromTo(entry: TimelineEntry): string {
  const keys = [detail(entry, 'from'), detail(entry, 'to')];
  return keys.filter(Boolean).join(' → ');
}

function said(...parts: string[]): string | undefined {
  return parts.filter(Boolean).join('; ') || undefined;
}

/** Without a reason the text of these kinds only repeats what changed. */
function reason(entry: TimelineEntry): string | undefined {
  return (
    detail(entry, 'reason') || (isArrow(entry.text) ? undefined : entry.text)
  );
}

function isArrow(text: string): boolean {
  return /^\S+ → \S+$/.test(text);
}

/** Why an alert is where it is, and what became of it. */
function decisions(entry: TimelineEntry): string | undefined {
  const reasons = ['routing', 'triage'].flatMap(name => {
    const part = entry.details[name] as { reason?: string } | undefined;
    return part?.reason ? [part.reason] : [];
  });
  return reasons.join('; ') || undefined;
}

function statusName(status: string, tw: WidgetWords): string {
  const known = incidentStatuses.find(name => name === status);
  return known ? tw(`status.${known}`) : status;
}
