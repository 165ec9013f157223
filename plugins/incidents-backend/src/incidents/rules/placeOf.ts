import type { Alert } from 'backstage-plugin-incidents-common';

/** Of its column. */
const placeLength = 500;

/**
 * The place of an alert: entity and group. At most one open incident stands in it. Labels that the alert does not have add nothing
 * to it, so that an entity alone is the place of what a person declares. Their names are part of it and their order is not: policies
 * that group by the same labels share their incidents, and others do not.
 */
export function placeOf(
  alert: Pick<Alert, 'entityRef' | 'labels' | 'title'>,
  groupBy: string[],
): string | undefined {
  if (!alert.entityRef) return undefined;
  const group = [...groupBy].sort().flatMap(label => {
    const value = valueOf(alert, label);
    return value ? [`${label}=${value}`] : [];
  });
  const place = [alert.entityRef, ...group].join('|').slice(0, placeLength);
  // Half of a character would come back from the database as something else, and the place would not be found again.
  return place.replace(/[\uD800-\uDBFF]$/, '');
}

/** A place as it stands in a sentence. */
export function placeInWords(place: string): string {
  return place.replaceAll('|', ', ');
}

/** The word `alert` stands for its name: monitors that have rules put the name of theirs in a label, and titles may hold figures. */
function valueOf(
  { labels, title }: Pick<Alert, 'labels' | 'title'>,
  label: string,
): string {
  const own = (name: string) =>
    Object.hasOwn(labels, name) ? labels[name] : '';
  return label === 'alert' ? own('alertname') || title : own(label);
}
