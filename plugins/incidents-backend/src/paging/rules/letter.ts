import type { PersonalNotice } from 'backstage-plugin-incidents-node';
import { linkTo, markup, type Markup } from '../../platform/markup';
import { listOf } from '../../platform/sentences';
import { say, type Language } from '../messages';

/** A mail, as text and as markup. */
export type Letter = { subject: string; text: string; html: string };

type Line = { label: string; words: string; url?: string };

/** What burns, how bad, where, what to do and how to answer, on one screen of a phone. */
export function writeLetter(
  notice: PersonalNotice,
  language: Language,
): Letter {
  const { incident, urgency, links } = notice;
  const { key, severity, title } = incident;
  const opening = say(
    language,
    urgency === 'final' ? 'letter.nobody' : 'letter.paged',
  );
  const heading = `${severity} ${title} (${key})`;
  const lines = linesOf(notice, language);
  const answer = links.acknowledgeOnce;
  const hint = say(language, answer ? 'letter.once' : 'letter.portal');
  const ways = [
    ...(answer ? [{ label: say(language, 'letter.answer'), url: answer }] : []),
    { label: say(language, 'letter.open'), url: links.acknowledge },
  ];
  return {
    // A line break would begin another header.
    subject: `${opening}: ${heading}`.replace(/[\r\n]+/g, ' '),
    text: [
      heading,
      '',
      ...lines.map(line =>
        [`${line.label}: ${line.words}`, line.url].filter(Boolean).join(' '),
      ),
      '',
      ...ways.map(({ label, url }) => `${label}: ${url}`),
      '',
      hint,
    ].join('\n'),
    html: framed(
      markup`<h2>${heading}</h2><p>${lines.map(markupOf)}</p>${ways.map(
        wayOf,
      )}<p>${hint}</p>`,
      language,
    ),
  };
}

function framed(body: Markup, language: Language): string {
  return markup`<!doctype html><html lang="${language}"><body style="font-family: sans-serif; line-height: 1.5">${body}</body></html>`
    .text;
}

function linesOf(
  { incident, target, note, links: { runbook } }: PersonalNotice,
  language: Language,
): Line[] {
  const { severity, entityRefs } = incident;
  return [
    { label: say(language, 'letter.severity'), words: severity },
    { label: say(language, 'letter.affected'), words: listOf(entityRefs) },
    { label: say(language, 'letter.target'), words: target },
    ...(note ? [{ label: say(language, 'letter.note'), words: note }] : []),
    ...(runbook
      ? [
          {
            ...{ label: say(language, 'letter.runbook'), url: runbook.url },
            words: runbook.title,
          },
        ]
      : []),
  ];
}

function markupOf({ label, words, url }: Line): Markup {
  return markup`${label}: ${url ? linkTo(url, words) : words}<br>`;
}

function wayOf({ label, url }: { label: string; url: string }): Markup {
  return markup`<p><b>${linkTo(url, label)}</b></p>`;
}
