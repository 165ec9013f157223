import type { TimelineEntry } from 'backstage-plugin-incidents-common';
import type { Words } from '../translation';
import { wayName } from './wayName';

type Said = { sentence: string; text?: string; isGap?: boolean };
type Describe = (entry: TimelineEntry, words: { t: Words }) => Said;

/** What is told of pages: who was called, by which way, and what they answered. Names are absent where the reader may not see them. */
export const pageDescribers = {
  'page.started': (entry, { t }) => ({
    sentence: t('entry.page.started', { policy: word(entry, 'policy') }),
    text: word(entry, 'because') || undefined,
  }),
  'page.step': (entry, { t }) => ({
    sentence: called(entry, t),
    text: targetsOf(entry),
  }),
  'page.gap': (entry, { t }) => ({
    sentence: t('entry.page.gap'),
    text: word(entry, 'reason') || undefined,
    isGap: true,
  }),
  'page.sent': (entry, { t }) => ({
    sentence: t('entry.page.sent', {
      who: whoIn(entry, t),
      way: wayIn(entry, t),
    }),
    text: newsIn(entry, t),
  }),
  'page.failed': (entry, { t }) => ({
    sentence: t('entry.page.failed', {
      who: whoIn(entry, t),
      way: wayIn(entry, t),
    }),
    text:
      [newsIn(entry, t), word(entry, 'reason')].filter(Boolean).join(': ') ||
      undefined,
    isGap: true,
  }),
  'page.acknowledged': (entry, { t }) => ({
    sentence: t('entry.page.acknowledged'),
    text: word(entry, 'name') || undefined,
  }),
  'page.handed-on': (entry, { t }) => ({
    sentence: t('entry.page.handed-on'),
    text: word(entry, 'note') || undefined,
  }),
  'page.asked': (entry, { t }) => ({
    sentence: t('entry.page.asked', { who: whoIn(entry, t) }),
    text:
      [targetsOf(entry), word(entry, 'note')].filter(Boolean).join(': ') ||
      undefined,
  }),
  'page.reopened': (entry, { t }) => ({
    sentence: t('entry.page.reopened', { after: word(entry, 'after') }),
  }),
  'page.exhausted': (entry, { t }) => ({
    sentence: t('entry.page.exhausted', { rounds: word(entry, 'rounds') }),
    isGap: true,
  }),
  'page.ended': (_, { t }) => ({ sentence: t('entry.page.ended') }),
} satisfies Record<string, Describe>;

function called(entry: TimelineEntry, t: Words): string {
  const count = Number(entry.details.count ?? 0);
  if (entry.details.isFinal) {
    return t('entry.page.final', { who: whoIn(entry, t) });
  }
  const numbers = { step: word(entry, 'step'), round: word(entry, 'round') };
  return count === 0
    ? t('entry.page.nobody', numbers)
    : t('entry.page.step', { ...numbers, who: whoIn(entry, t) });
}

/** Names; else what they were called for. */
function whoIn(entry: TimelineEntry, t: Words): string {
  const { people = [] } = entry.details as {
    people?: Array<{ name: string }>;
  };
  const names = people.map(({ name }) => name).join(', ');
  const target = word(entry, 'target') || targetsOf(entry);
  return names || target || t('entry.page.somebody');
}

function wayIn(entry: TimelineEntry, t: Words): string {
  return wayName(word(entry, 'notifier'), t, word(entry, 'way'));
}

/** What those are told who call people by themselves, once they need not. */
function newsIn(entry: TimelineEntry, t: Words): string | undefined {
  const news = word(entry, 'news');
  return news === 'answered' || news === 'over'
    ? t(`entry.page.news.${news}`)
    : undefined;
}

function targetsOf({ details }: TimelineEntry): string | undefined {
  const { targets = [] } = details as { targets?: string[] };
  return targets.join(', ') || undefined;
}

function word({ details }: TimelineEntry, name: string): string {
  const value = details[name];
  return value === undefined || value === null ? '' : String(value);
}
