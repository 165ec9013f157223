/** Something small that is read often and written seldom, kept for a moment. */
export type Briefly<T> = {
  get(): Promise<T>;
  /** To be called when this process has changed it. */
  forget(): void;
};

/**
 * Keeps what `read` answers for `milliseconds`: so long may another replica go by what was true before. Who asks while it is being
 * read waits for the same answer; a failed read is tried again by the next who asks.
 */
export function briefly<T>(
  read: () => Promise<T>,
  milliseconds: number,
): Briefly<T> {
  let kept: { answer: Promise<T>; until: number } | undefined;
  return {
    get() {
      if (kept && performance.now() < kept.until) return kept.answer;
      const answer = read();
      const mine = { answer, until: performance.now() + milliseconds };
      kept = mine;
      answer.catch(() => {
        if (kept === mine) kept = undefined;
      });
      return answer;
    },
    forget() {
      kept = undefined;
    },
  };
}
