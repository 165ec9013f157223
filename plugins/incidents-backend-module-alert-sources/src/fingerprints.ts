import { createHash } from 'node:crypto';
import { bounded } from './bounds';

type Hash = { high: number; low: number };

const { imul } = Math;
const separator = Buffer.of(0xff);

/**
 * The fingerprint that Prometheus and Alertmanager give to a set of labels, so that an alert keeps its identity when a
 * sender begins or ceases to write it: FNV-1a of 64 bits over the names in order, each followed by its value.
 *
 * @internal
 */
export function labelFingerprint(labels: Record<string, string>): string {
  let hash: Hash = { high: 0xcbf29ce4, low: 0x84222325 };
  for (const name of Object.keys(labels).sort()) {
    for (const text of [name, labels[name]]) {
      hash = absorb(absorb(hash, Buffer.from(text)), separator);
    }
  }
  return [hash.high, hash.low]
    .map(half => half.toString(16).padStart(8, '0'))
    .join('');
}

/**
 * FNV-1a in halves of 32 bits: `BigInt` is too slow for hostile megabytes. The prime is 2^40 + 0x1b3; what the lower half
 * carries over is found in quarters, so that no product leaves the integers.
 */
function absorb(hash: Hash, bytes: Buffer): Hash {
  let { high, low } = hash;
  for (let i = 0; i < bytes.length; i++) {
    low ^= bytes[i];
    const first = (low & 0xffff) * 0x1b3;
    const second = (low >>> 16) * 0x1b3 + (first >>> 16);
    high = (imul(high, 0x1b3) + (low << 8) + (second >>> 16)) | 0;
    low = ((second << 16) | (first & 0xffff)) >>> 0;
  }
  return { high: high >>> 0, low };
}

/**
 * A fingerprint made of what an alert says about itself.
 *
 * @internal
 */
export function derivedFingerprint(
  title: string,
  entityRef: string | undefined,
  labels: Record<string, string>,
): string {
  const sorted = Object.keys(labels)
    .sort()
    .map(name => [name, labels[name]]);
  return digest(JSON.stringify([title, entityRef, sorted]));
}

/**
 * A sender's own name for something: as it is, or its digest when it is too long, because two long names may differ only
 * at their ends. Undefined when it is blank.
 *
 * @internal
 */
export function nameOrDigest(
  name: string | null | undefined,
  max: number,
): string | undefined {
  const text = bounded((name ?? '').trim(), Infinity).trim();
  return text.length > max ? digest(text) : text || undefined;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
