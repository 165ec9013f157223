import { createPublicKey, verify } from 'node:crypto';

/** A message of Amazon SNS, as its envelope has it. */
export type SnsMessage = Record<string, unknown>;

/**
 * Where Amazon SNS answers and shows its certificates.
 *
 * @internal
 */
export const snsHosts = /^sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

const algorithms: Record<string, string> = { '1': 'sha1', '2': 'sha256' };

const signedOfNotification = [
  ...['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
];
const signedOfOthers = [
  ...['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token'],
  ...['TopicArn', 'Type'],
];

/**
 * The text that Amazon SNS signs: each signed field that the message has, its name and its value on lines of their own.
 *
 * @internal
 */
export function signedText(message: SnsMessage): string {
  const names =
    message.Type === 'Notification' ? signedOfNotification : signedOfOthers;
  return names
    .filter(name => typeof message[name] === 'string')
    .map(name => `${name}\n${message[name]}\n`)
    .join('');
}

/**
 * Whether the signature of a message was made with the key of this certificate.
 *
 * @param pem - the certificate, or the public key itself
 * @internal
 */
export function isSignedBy(message: SnsMessage, pem: string): boolean {
  const algorithm = algorithms[String(message.SignatureVersion)];
  if (!algorithm || typeof message.Signature !== 'string') return false;
  const signed = Buffer.from(signedText(message));
  const signature = Buffer.from(message.Signature, 'base64');
  try {
    return verify(algorithm, signed, createPublicKey(pem), signature);
  } catch {
    return false;
  }
}

/**
 * An address of Amazon SNS that may be asked. Undefined for every other.
 *
 * @internal
 */
export function snsAddress(address: unknown): URL | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isPlain = !url.username && !url.password && !url.port;
  return url.protocol === 'https:' && isPlain && snsHosts.test(url.hostname)
    ? url
    : undefined;
}
