/**
 * Runs something once the requests that the event loop has read are under way, so that what they leave behind can be dealt with
 * together.
 */
export function soon(work: () => void): void {
  setImmediate(work);
}
