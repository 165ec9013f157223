import { rest } from './soon';

/** Milliseconds between two tries: at first, and when it takes long. */
const pauses = { first: 200, longest: 5_000 };

/**
 * Does something again while it fails, with growing pauses.
 *
 * @throws what the last try threw, once it has failed for longer than the patience, in milliseconds.
 */
export async function tryAgain<T>(
  work: () => Promise<T>,
  options: { patience: number; onFirstFailure?(error: unknown): void },
): Promise<T> {
  const end = performance.now() + options.patience;
  let pause = pauses.first;
  for (let failures = 0; ; failures++) {
    try {
      return await work();
    } catch (error) {
      // Timers may be early by one.
      if (end - performance.now() < 1) throw error;
      if (failures === 0) options.onFirstFailure?.(error);
    }
    await rest(Math.ceil(Math.min(pause, end - performance.now())));
    pause = Math.min(pause * 2, pauses.longest);
  }
}
