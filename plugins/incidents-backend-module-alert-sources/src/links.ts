import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { bounded, bounds, firstText } from './bounds';

/** @internal */
export type Link = AlertSignal['links'][number];

/**
 * The links among the candidates that a browser can open, each once, in their order.
 *
 * @internal
 */
export function readLinks(
  candidates: Array<{
    url?: string | null;
    title?: string | null;
    type: Link['type'];
  }>,
): Link[] {
  const links = new Map<string, Link>();
  for (const { url, title, type } of candidates) {
    const address = webAddress(url);
    if (!address || links.has(address)) continue;
    if (links.size === bounds.links) break;
    links.set(address, {
      title: firstText(bounds.linkTitle, title) ?? new URL(address).host,
      url: address,
      type,
    });
  }
  return [...links.values()];
}

/** A longer address than a link can carry is left out: cut, it would lead somewhere else. */
function webAddress(text: string | null | undefined): string | undefined {
  const wanted = (text ?? '').trim();
  const url = wanted.length > bounds.url ? null : URL.parse(wanted);
  if (!url) return undefined;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  // As it was written, so that a person recognises it, unless the browser had to repair it.
  const address = /^https?:\/\/[^\s\p{Cc}]+$/u.test(wanted) ? wanted : url.href;
  return address.length > bounds.url ? undefined : bounded(address, bounds.url);
}
