import { hash } from 'node:crypto';
import { linkTo, markup, Markup } from '../platform/markup';
import { listOf } from '../platform/sentences';
import type { Answered } from './answerLinks';
import { say, type Language } from './messages';

/** A page without a script: what it is about, and one button at most. */
export type Sheet = { status: number; html: string };

const look =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'h1{font-size:1.5rem}button{font:inherit;font-weight:bold;min-height:3rem;width:100%;cursor:pointer}';
const lookHash = hash('sha256', look, 'base64');

/** Nothing is loaded, framed or sent elsewhere, and nobody learns the address. */
export const sheetHeaders: Record<string, string> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${lookHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

const statuses: Record<Answered['state'] | 'often', number> = {
  ...{ ready: 200, done: 200, taken: 200 },
  ...{ used: 410, expired: 410, over: 410 },
  ...{ unknown: 404, often: 429 },
};

export function writeSheet(
  answered: Answered | { state: 'often' },
  { language, portal }: { language: Language; portal: string },
): Sheet {
  const { state } = answered;
  const title = say(language, `sheet.${state}`);
  const incident = 'incident' in answered ? answered.incident : undefined;
  const about = incident
    ? markup`<p><b>${incident.severity} ${incident.title}</b> (${
        incident.key
      })<br>${listOf(incident.entityRefs)}</p>`
    : undefined;
  const place = incident ? `/incidents/${incident.key}#paged` : '/incidents';
  const answer = say(language, 'sheet.answer');
  const button =
    state === 'ready'
      ? markup`<form method="post"><button>${answer}</button></form>`
      : undefined;
  const why = markup`<p>${because(answered, language)}</p>`;
  const open = linkTo(`${portal}${place}`, say(language, 'sheet.open'));
  const body = markup`<h1>${title}</h1>${about}${why}${button}<p>${open}</p>`;
  return { status: statuses[state], html: framed(body, title, language) };
}

function because(
  answered: Answered | { state: 'often' },
  language: Language,
): string {
  switch (answered.state) {
    case 'taken':
      return say(language, 'sheet.takenBy', {
        who: answered.taken?.who ?? '',
        at: answered.taken ? minuteOf(answered.taken.at) : '',
      });
    case 'over':
      return say(language, 'sheet.overBecause', {
        ...{ key: answered.incident.key, status: answered.incident.status },
      });
    case 'ready':
      return say(language, 'sheet.before');
    case 'done':
      return say(language, 'sheet.after');
    default:
      return say(language, `sheet.${answered.state}Because`);
  }
}

/** By the clock of nobody in particular: where the reader is, is not known. */
function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function framed(body: Markup, title: string, language: Language): string {
  // Of one piece: the policy names the style by its digest.
  const style = new Markup(`<style>${look}</style>`);
  const head = markup`<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${style}`;
  return markup`<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`
    .text;
}
