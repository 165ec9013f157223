/**
 * The answer of something slow, or of something that may never answer. The work goes on: it cannot be called back.
 *
 * @throws Error with the sentence given, or the error made, when the time is up first.
 */
export async function within<T>(
  work: Promise<T>,
  milliseconds: number,
  late: string | (() => Error),
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(typeof late === 'string' ? new Error(late) : late()),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
