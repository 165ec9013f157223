import type { DeadLetter } from 'backstage-plugin-incidents-common';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';

/** Characters of a body that are kept. */
const maxBody = 1_000_000;
/** What NUL is replaced by, which PostgreSQL cannot keep. */
const nulPicture = '␀';

/** A body as it can be kept. */
export function keepableBody(body: string): string {
  return body.replaceAll('\u0000', nulPicture).slice(0, maxBody);
}

/** Why what is kept of a body is not what came, and must not be taken for it. */
export function unreadable({ body }: DeadLetter): string | undefined {
  if (body === '') return 'Nothing of its body was kept';
  if (body.length >= maxBody) {
    return 'Its body is longer than what is kept of it; let its sender send it again';
  }
  return body.includes(nulPicture)
    ? 'Its body had the character NUL, which cannot be kept; let its sender send it again'
    : undefined;
}

/** The delivery that a letter was. */
export function requestOf({ body, contentType }: DeadLetter): WebhookRequest {
  return {
    rawBody: Buffer.from(body, 'utf8'),
    headers: contentType ? { 'content-type': contentType } : {},
  };
}
