/**
 * Runs something once the requests that the event loop has read are under way, so that what they leave behind can be dealt with
 * together.
 */
export function soon(work: () => void): void {
  setImmediate(work);
}

/** Lets everybody else in who waits, in the middle of long work. */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve);
  });
}

/** Lets time pass, without keeping the process alive for it. */
export function rest(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
}
