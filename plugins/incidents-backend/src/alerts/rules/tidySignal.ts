import type { AlertSignal } from 'backstage-plugin-incidents-node';

/** Bounds of what is kept, in characters and items. A label or title beyond them is cut, never refused. */
const bounds = {
  fingerprint: 255,
  title: 500,
  description: 10_000,
  severity: 100,
  labels: 100,
  labelName: 200,
  labelValue: 2_000,
  links: 20,
  url: 2_000,
};

/** Half of a character: not text, and refused by PostgreSQL. */
const loneSurrogates = /\p{Surrogate}/gu;
/** NUL, or half of a character. */
const unwritable = /[\0\p{Surrogate}]/u;

const day = 24 * 60 * 60 * 1000;
const tenYears = 3653 * day;

/**
 * A signal that can be stored: without NUL (which PostgreSQL cannot keep), within bounds, with instants that are near enough to
 * `now` to be true. `digest` shortens a fingerprint that is too long without making strangers equal.
 */
export function tidySignal(
  signal: AlertSignal,
  now: Date,
  digest: (text: string) => string,
): AlertSignal {
  const fingerprint = clean(signal.fingerprint, Infinity);
  return {
    ...signal,
    fingerprint:
      fingerprint.length > bounds.fingerprint
        ? digest(fingerprint)
        : fingerprint,
    title: clean(signal.title, bounds.title).trim() || 'Alert without a title',
    description:
      signal.description && clean(signal.description, bounds.description),
    severity: signal.severity && clean(signal.severity, bounds.severity),
    entityRef: signal.entityRef && clean(signal.entityRef, 255),
    labels: tidyLabels(signal.labels),
    links: signal.links
      .filter(link => link.url.length <= bounds.url)
      .slice(0, bounds.links)
      .map(link => ({
        ...link,
        title: clean(link.title, bounds.labelName),
        url: clean(link.url, bounds.url),
      })),
    startedAt: plausible(signal.startedAt, now),
    resolvedAt: plausible(signal.resolvedAt, now),
  };
}

function tidyLabels(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .slice(0, bounds.labels)
      .map(([name, value]) => [
        clean(name, bounds.labelName),
        clean(value, bounds.labelValue),
      ]),
  );
}

function clean(text: string, length: number): string {
  const cut = text.length > length ? `${text.slice(0, length - 1)}…` : text;
  if (!unwritable.test(cut)) return cut;
  return cut.replaceAll('\u0000', '').replace(loneSurrogates, '\uFFFD');
}

function plausible(date: Date | undefined, now: Date): Date | undefined {
  if (!date) return undefined;
  const distance = date.getTime() - now.getTime();
  return distance < day && distance > -tenYears ? date : undefined;
}
