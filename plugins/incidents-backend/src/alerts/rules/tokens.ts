import { hash, timingSafeEqual } from 'node:crypto';

/**
 * The tokens that a request carries: `Authorization: Bearer`, the password of `Authorization: Basic`, or the last part of the
 * address for senders that can set no header.
 */
export function presentedTokens(
  authorization: string | undefined,
  inPath: string | undefined,
): string[] {
  const tokens = inPath ? [inPath] : [];
  const [, scheme, value] =
    /^(Bearer|Basic)\s+(\S+)\s*$/i.exec(authorization ?? '') ?? [];
  if (scheme?.toLowerCase() === 'bearer') tokens.push(value);
  if (scheme?.toLowerCase() === 'basic') {
    const [, password] =
      /^[^:]*:(.*)$/s.exec(Buffer.from(value, 'base64').toString()) ?? [];
    if (password) tokens.push(password);
  }
  return tokens;
}

/** Compares in a time that tells nothing about either, not even their lengths. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
