import { createHash, randomBytes } from 'node:crypto';

/** Makes the ids of new rows. Injected, so that tests can tell them in advance. */
export type NewId = () => string;

/**
 * UUID version 7 (RFC 9562): begins with the time, so that new rows land at the end of an index.
 */
export function createNewId(clock: { now(): Date }): NewId {
  return () => {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(clock.now().getTime(), 0, 6);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-');
  };
}

export function hashOf(content: string | Buffer, length = 64): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}
