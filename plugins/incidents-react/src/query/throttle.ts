/**
 * Calls at once, then at most once per interval; a call in between is made up for at the end of the interval, so that the
 * last change is never missed.
 */
export function throttle(run: () => void, everyMs: number): () => void {
  let resting = false;
  let again = false;
  const go = () => {
    resting = true;
    run();
    setTimeout(() => {
      resting = false;
      if (again) {
        again = false;
        go();
      }
    }, everyMs);
  };
  return () => {
    if (resting) again = true;
    else go();
  };
}
