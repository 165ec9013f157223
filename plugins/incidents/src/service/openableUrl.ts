/**
 * The address when a browser may open it, for links that came from outside. `javascript:` and its kind are no addresses.
 */
export function openableUrl(url: string): string | undefined {
  return isPagePath(url) || /^https?:\/\//i.test(url) ? url : undefined;
}

/** True for a page of this portal. `//host` is none. */
export function isPagePath(url: string): boolean {
  return /^\/(?![/\\])/.test(url);
}
