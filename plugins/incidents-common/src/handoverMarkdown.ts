import type {
  HandoverDraft,
  HandoverEnding,
  HandoverIncident,
  HandoverPage,
  Section,
} from './schemas';

/**
 * The words of a note in English; what stands in braces is filled in.
 *
 * @public
 */
export const handoverWords = {
  title: 'Hand-over: {schedule}, {level}',
  shift: '{name}, {from} to {to} ({zone})',
  next: 'Next: {names}, from {from}',
  nobody: 'Nobody is on call after it.',
  remarks: 'What to know',
  open: 'Open incidents',
  over: 'Incidents that are over',
  pages: 'Pages',
  endings: 'Ends soon',
  none: 'None.',
  unknown: 'Not known: {reason}',
  more: 'and {count} more',
  openIncident: '{key} {severity} {title}: {status}, began {from}',
  overIncident: '{key} {severity} {title}: {from} to {to}',
  page: '{at} {name}, {key}',
  silence: 'Silence until {at}: {title}',
  maintenance: 'Maintenance until {at}: {title}',
} as const;

/**
 * The words in which a note of a hand-over is drafted, by the same keys in any language.
 *
 * @public
 */
export type HandoverWords = Record<keyof typeof handoverWords, string>;

type Tongue = {
  words: HandoverWords;
  /** Where an incident is read. */
  linkOf(key: string): string;
  /** How a stage of an incident is called. */
  statusOf(status: HandoverIncident['status']): string;
};

type Writer = Tongue & {
  say(key: keyof HandoverWords, values?: Record<string, string>): string;
  time(at: string): string;
};

/** More are for whoever looks them up. */
const mostLines = 20;

/**
 * A draft as Markdown, with room for what only the person knows. What others wrote, such as titles, cannot become markup.
 *
 * @public
 */
export function handoverMarkdown(
  draft: Omit<HandoverDraft, 'markdown'>,
  tongue: Tongue,
): string {
  const writer = writerFor(draft, tongue);
  const { incidents, pages, endings } = draft;
  const those = (isOpen: boolean) => (all: HandoverIncident[]) =>
    all
      .filter(one => one.isOpen === isOpen)
      .map(one => incidentLine(one, writer));
  return [
    ...headOf(draft, writer),
    ...[`### ${writer.say('remarks')}`, '- '],
    ...sectionLines('open', incidents, { writer, toLines: those(true) }),
    ...sectionLines('over', incidents, { writer, toLines: those(false) }),
    ...sectionLines('pages', pages, {
      ...{ writer, toLines: all => all.map(one => pageLine(one, writer)) },
    }),
    ...sectionLines('endings', endings, {
      ...{ writer, toLines: all => all.map(one => endingLine(one, writer)) },
    }),
  ].join('\n\n');
}

function writerFor(
  { timeZone }: Pick<HandoverDraft, 'timeZone'>,
  tongue: Tongue,
): Writer {
  // Of the locales this one writes 2026-11-20 09:00.
  const clock = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'short' },
  });
  return {
    ...tongue,
    say: (key, values = {}) =>
      tongue.words[key].replace(/{(\w+)}/g, (_, name) => values[name] ?? ''),
    time: at => clock.format(new Date(at)),
  };
}

function headOf(
  draft: Omit<HandoverDraft, 'markdown'>,
  { say, time }: Writer,
): string[] {
  const { shift, next, timeZone } = draft;
  const names = next?.people.map(({ displayName }) => plain(displayName));
  return [
    `## ${say('title', {
      schedule: plain(draft.scheduleTitle),
      level: plain(shift.levelName),
    })}`,
    say('shift', {
      ...{ name: plain(shift.person.displayName), zone: timeZone },
      ...{ from: time(shift.from), to: time(shift.to) },
    }),
    next && names
      ? say('next', { names: names.join(', '), from: time(next.from) })
      : say('nobody'),
  ];
}

function sectionLines<T>(
  title: 'open' | 'over' | 'pages' | 'endings',
  section: Section<T[]>,
  { writer, toLines }: { writer: Writer; toLines: (all: T[]) => string[] },
): string[] {
  const { say } = writer;
  const head = `### ${say(title)}`;
  if (section.status !== 'ok') {
    return [head, say('unknown', { reason: plain(section.reason) })];
  }
  const lines = toLines(section.value);
  if (lines.length === 0) return [head, say('none')];
  const left = lines.length - mostLines;
  const more = left > 0 ? [say('more', { count: String(left) })] : [];
  const shown = [...lines.slice(0, mostLines), ...more];
  return [head, shown.map(line => `- ${line}`).join('\n')];
}

function incidentLine(one: HandoverIncident, writer: Writer): string {
  const { say, time, linkOf, statusOf } = writer;
  return say(one.isOpen ? 'openIncident' : 'overIncident', {
    key: `[${one.key}](${linkOf(one.key)})`,
    severity: plain(one.severity),
    title: plain(one.title),
    status: statusOf(one.status),
    from: time(one.declaredAt),
    to: one.resolvedAt ? time(one.resolvedAt) : statusOf(one.status),
  });
}

function pageLine(one: HandoverPage, { say, time, linkOf }: Writer): string {
  return say('page', {
    at: time(one.at),
    name: plain(one.person.displayName),
    key: `[${one.incidentKey}](${linkOf(one.incidentKey)})`,
  });
}

function endingLine({ kind, title, endsAt }: HandoverEnding, writer: Writer) {
  const { say, time } = writer;
  return say(kind, { title: plain(title), at: time(endsAt) });
}

/** As it is read, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}
