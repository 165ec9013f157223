import { hash, randomBytes, randomUUID } from 'node:crypto';

/** Makes the ids of new rows. Injected, so that tests can tell them in advance. */
export type NewId = () => string;

/**
 * UUID version 7 (RFC 9562): begins with the time, so that new rows land at the end of an index.
 */
export function createNewId(clock: { now(): Date }): NewId {
  return () => {
    // Variant and randomness of version 4 are those of version 7, and Node.js has them in store.
    const random = randomUUID().slice('xxxxxxxx-xxxx-4'.length);
    return `${timeOf(clock.now())}-7${random}`;
  };
}

/** No id that was made at `time` or later sorts before it. */
export function firstIdAt(time: Date): string {
  return `${timeOf(time)}-7000-8000-000000000000`;
}

function timeOf(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}`;
}

/** When an id was made, or nothing when it does not say. */
export function madeAt(id: string): Date | undefined {
  const [, high, low] =
    /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/.exec(id) ?? [];
  return high === undefined ? undefined : new Date(parseInt(high + low, 16));
}

export function hashOf(content: string | Buffer, length = 64): string {
  return hash('sha256', content).slice(0, length);
}

/** Makes what nobody can guess: 256 bits, fit for an address. */
export type NewSecret = () => string;

export const newSecret: NewSecret = () => randomBytes(32).toString('base64url');

export { sameHash } from './sameHash';
