import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How far the instant that a vendor signs may be from ours. */
const tolerance = 5 * 60_000;

/**
 * Whether one of the signatures is the HMAC of what was signed, in a time that tells nothing about the right one. All are looked
 * at: while a secret is being replaced, vendors send one signature for each.
 *
 * @internal
 */
export function hmacMatches(
  signed: Buffer | string,
  secret: string,
  signatures: string[],
  form: {
    algorithm?: 'sha1' | 'sha256' | 'sha512';
    encoding?: 'hex' | 'base64';
  } = {},
): boolean {
  const { algorithm = 'sha256', encoding = 'hex' } = form;
  const expected = createHmac(algorithm, secret).update(signed).digest();
  return signatures
    .map(signature => Buffer.from(signature.trim(), encoding))
    .map(
      given =>
        given.length === expected.length && timingSafeEqual(given, expected),
    )
    .includes(true);
}

/**
 * Whether a secret that was sent as it is, is the expected one, in a time that tells nothing about it, not even its length.
 *
 * @internal
 */
export function secretMatches(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/**
 * All values of a header, whether it came once, several times or as a list with commas.
 *
 * @internal
 */
export function headerValues(request: WebhookRequest, name: string): string[] {
  return [request.headers[name] ?? []]
    .flat()
    .flatMap(value => value.split(','))
    .map(value => value.trim())
    .filter(value => value !== '');
}

/**
 * Whether the instant of a signed delivery is near enough to now for it not to be a recording.
 *
 * @internal
 */
export function isRecent(signedAt: Date | undefined, now: Date): boolean {
  return (
    signedAt !== undefined &&
    Math.abs(signedAt.getTime() - now.getTime()) <= tolerance
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
