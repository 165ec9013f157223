import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
} from '@backstage/catalog-model';
import { incidentAnnotations } from 'backstage-plugin-incidents-common';
import type { Place } from '../runbookFile';

type Resolve = (request: { url: string; base: string }) => string;

/** The place that the annotation names, or a reason, without a full stop, why it cannot be read. */
export type Located = { place: Place } | { problem: string } | undefined;

/**
 * Reads the annotation `incidents/runbooks`: an address, or a path relative to where the entity is defined.
 */
export function locateRunbooks(
  annotations: Record<string, string>,
  settings: { allowFiles: boolean; resolveUrl?: Resolve },
): Located {
  const target = annotations[incidentAnnotations.runbooks]?.trim();
  if (target === undefined) return undefined;
  if (target === '') return { problem: 'the annotation is empty' };
  const absolute = target.replace(/^url:/, '');
  if (/^https?:\/\//i.test(absolute)) return urlPlace(absolute);
  if (/^[a-z][a-z0-9+.-]*:/i.test(absolute)) {
    return {
      problem:
        'only addresses with http or https and relative paths can be read',
    };
  }
  const base = definedAt(annotations);
  if (!base) {
    return { problem: 'the catalog does not say where the entity is defined' };
  }
  if (base.type === 'url') {
    return urlPlace(target, base.target, settings.resolveUrl);
  }
  if (!settings.allowFiles) {
    return {
      problem:
        'the entity comes from a file of the server, and incidents.runbooks.allowFiles is not on',
    };
  }
  return { place: { kind: 'file', entityFile: base.target, target } };
}

/** A source location is written by the owner of the entity, so it may point to the web but not to files of the server. */
function definedAt(annotations: Record<string, string>) {
  const source = locationOf(annotations[ANNOTATION_SOURCE_LOCATION]);
  if (source?.type === 'url') return source;
  const managedBy = locationOf(annotations[ANNOTATION_LOCATION]);
  return ['url', 'file'].includes(managedBy?.type ?? '')
    ? managedBy
    : undefined;
}

function locationOf(ref: string | undefined) {
  if (!ref) return undefined;
  try {
    return parseLocationRef(ref);
  } catch {
    return undefined;
  }
}

function urlPlace(target: string, base?: string, resolve = plainly): Located {
  try {
    const url = new URL(base ? resolve({ url: target, base }) : target);
    // Some code hosts have the path of the file in the query.
    const paths = [url.pathname, url.searchParams.get('path') ?? ''];
    const holds = paths.some(isMarkdown) ? 'file' : 'folder';
    return { place: { kind: 'url', url: url.href, holds } };
  } catch {
    return { problem: 'that is not an address' };
  }
}

function plainly({ url, base }: { url: string; base: string }): string {
  return new URL(url, base).href;
}

/** Only these are read. */
export function isMarkdown(path: string): boolean {
  return /\.md$/i.test(path);
}
