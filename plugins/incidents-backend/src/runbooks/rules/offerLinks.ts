import {
  foreignAnnotations,
  type Runbook,
} from 'backstage-plugin-incidents-common';
import { type Bringer, whoseIs } from './bringersOf';
import type { FiringAlert } from './matchAlerts';

/** A runbook that lies elsewhere: its address is offered and never fetched. */
export type LinkOffer = Pick<
  Runbook,
  'title' | 'url' | 'from' | 'fromRef' | 'because' | 'matches'
>;

/** Links, and those that cannot be offered, in sentences. */
export type LinkOffers = { links: LinkOffer[]; problems: string[] };

/** The links that the alerts themselves carry. */
export function linksOfAlerts(alerts: FiringAlert[]): LinkOffers {
  return sort(
    alerts.flatMap(alert =>
      alert.links
        .filter(link => link.type === 'runbook')
        .map(link => ({
          title: link.title || `Runbook of ${alert.title}`,
          url: link.url,
          from: 'alert',
          because: `The alert ${alert.title} carries this link.`,
          matches: true,
        })),
    ),
    () => 'a firing alert',
  );
}

/** Links of type `runbook` and the annotation that other plugins read. */
export function linksOfEntity(bringer: Bringer): LinkOffers {
  const { entry, from } = bringer;
  const offer = { from, fromRef: entry.ref, matches: false };
  const annotated = entry.annotations[foreignAnnotations.runbookUrl]?.trim();
  const links: LinkOffer[] = entry.links
    .filter(link => link.type?.toLowerCase() === 'runbook')
    .map(({ title, url }) => ({
      ...offer,
      title: title || `Runbook of ${entry.title}`,
      url,
      because: `A link of type runbook on ${whoseIs(bringer)}.`,
    }));
  if (annotated) {
    links.push({
      ...offer,
      title: `Runbook of ${entry.title}`,
      url: annotated,
      because: `The annotation ${foreignAnnotations.runbookUrl} of ${whoseIs(
        bringer,
      )}.`,
    });
  }
  return sort(links, () => entry.ref);
}

function sort(offers: LinkOffer[], carrier: () => string): LinkOffers {
  const links = offers.filter(({ url }) => isWebAddress(url));
  const problems = offers
    .filter(({ url }) => !isWebAddress(url))
    .map(
      ({ title }) =>
        `The runbook link "${title}" of ${carrier()} is not an address with http or https.`,
    );
  return { links, problems };
}

function isWebAddress(url: string): boolean {
  return (
    URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
  );
}
