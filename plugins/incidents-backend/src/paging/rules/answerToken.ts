import { createHmac } from 'node:crypto';
import { sameHash } from '../../platform/sameHash';

/** Who may answer which notice, and until when. */
export type AnswerGrant = { noticeId: string; person: string; until: Date };

const form = /^([\w-]{1,600})\.([\w-]{43})$/;
const content = /^([\w-]{1,36}) (\d{1,10}) (\S{1,255})$/;

/** What an address carries that says “I am on it” for one person and one notice. */
export function sealAnswer(
  { noticeId, person, until }: AnswerGrant,
  key: string,
): string {
  const seconds = Math.floor(until.getTime() / 1_000);
  const said = Buffer.from(`${noticeId} ${seconds} ${person}`);
  const payload = said.toString('base64url');
  return `${payload}.${signatureOf(payload, key)}`;
}

/** What was granted, if one of the keys sealed it; whether it still holds is asked by `until`. */
export function openAnswer(
  token: string,
  keys: string[],
): AnswerGrant | undefined {
  const [, payload, signature] = form.exec(token) ?? [];
  if (!payload) return undefined;
  // All keys are tried, so that the time it takes tells nothing.
  const isOurs = keys.map(key =>
    sameHash(signatureOf(payload, key), signature),
  );
  if (!isOurs.includes(true)) return undefined;
  const said = Buffer.from(payload, 'base64url').toString('utf8');
  const [, noticeId, seconds, person] = content.exec(said) ?? [];
  if (!noticeId) return undefined;
  return { noticeId, person, until: new Date(Number(seconds) * 1_000) };
}

/** The words before it keep a key that signs other things too from being of use elsewhere. */
function signatureOf(payload: string, key: string): string {
  return createHmac('sha256', key)
    .update(`incidents: acknowledge once\n${payload}`)
    .digest('base64url');
}
