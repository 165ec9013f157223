import type { LoadReport, PersonLoad } from 'backstage-plugin-incidents-common';
import type { Words } from '../translation';

/** What is compared, in the order of the columns. */
export const loadMeasures = ['hours', 'nights', 'weekends', 'pages'] as const;

export type LoadMeasure = (typeof loadMeasures)[number];

export type LoadCell = {
  measure: LoadMeasure;
  text: string;
  /** What stands below it, such as how many pages came at night. */
  note?: string;
  /** How long the bar is, in percent of the longest. */
  width: number;
  /** How much of the bar is marked, in percent of it: pages while asleep. */
  marked: number;
};

export type LoadRow = {
  ref: string;
  name: string;
  /** Shifts, time as a shadow, and by whose clock they sleep. */
  about: string[];
  cells: LoadCell[];
};

/** Words, and how numbers are written. */
type Tongue = { t: Words; language: string };

/** People with the most of one measure first; who has as much stays in the order of the answer. */
export function describeLoad(
  { people }: Pick<LoadReport, 'people'>,
  sort: LoadMeasure,
  tongue: Tongue,
): LoadRow[] {
  const most = Object.fromEntries(
    loadMeasures.map(measure => [
      measure,
      Math.max(...people.map(one => one[measure]), 0),
    ]),
  ) as Record<LoadMeasure, number>;
  return [...people]
    .sort((a, b) => b[sort] - a[sort])
    .map(one => ({
      ref: one.person.ref,
      name: one.person.displayName,
      about: aboutOf(one, tongue),
      cells: loadMeasures.map(measure =>
        cellOf(one, measure, { most, tongue }),
      ),
    }));
}

function cellOf(
  one: PersonLoad,
  measure: LoadMeasure,
  { most, tongue }: { most: Record<LoadMeasure, number>; tongue: Tongue },
): LoadCell {
  const value = one[measure];
  const { pages, sleepPages } = one;
  const isMarked = measure === 'pages' && sleepPages > 0;
  return {
    measure,
    text: written(value, tongue.language),
    ...(isMarked && {
      note: tongue.t('load.asleep', { count: sleepPages }),
    }),
    width: most[measure] > 0 ? (value / most[measure]) * 100 : 0,
    marked: isMarked ? (sleepPages / pages) * 100 : 0,
  };
}

function aboutOf(one: PersonLoad, { t, language }: Tongue): string[] {
  const { shifts, shadowHours, offDutyPages, timeZone, timeZoneOf } = one;
  return [
    t('load.shifts', { count: shifts }),
    ...(shadowHours > 0
      ? [t('load.shadow', { hours: written(shadowHours, language) })]
      : []),
    ...(offDutyPages > 0 ? [t('load.offDuty', { count: offDutyPages })] : []),
    t(`load.clock.${timeZoneOf}`, { zone: timeZone }),
  ];
}

/** Whole hours: nobody compares minutes. */
function written(value: number, language: string): string {
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** What is compared between people; pages that wake weigh more than others. */
const compared = [
  'nights',
  'weekends',
  'hours',
  'sleepPages',
  'pages',
] as const;

/** So much more than the median is chance. */
const leastGap: Record<(typeof compared)[number], number> = {
  ...{ nights: 2, weekends: 2, hours: 8, sleepPages: 2, pages: 3 },
};
const unfair = 1.5;

/** Who has much more than the median of those who are on call, a sentence for each measure. */
export function describeFairness(
  { people }: Pick<LoadReport, 'people'>,
  { t, language }: Tongue,
): string[] {
  const onCall = people.filter(({ hours }) => hours > 0);
  if (onCall.length < 2) return [t('load.fair.few')];
  const found = compared.flatMap(measure => {
    const most = onCall.reduce((a, b) => (b[measure] > a[measure] ? b : a));
    const median = medianOf(onCall.map(one => one[measure]));
    const value = most[measure];
    if (value - median < leastGap[measure]) return [];
    if (value < unfair * median) return [];
    const name = most.person.displayName;
    return median > 0
      ? [
          t(`load.uneven.${measure}`, {
            name,
            times: written(value / median, language),
          }),
        ]
      : [
          t(`load.alone.${measure}`, {
            name,
            amount: written(value, language),
          }),
        ];
  });
  return found.length > 0 ? found : [t('load.fair')];
}

function medianOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? (sorted[middle - 1] + sorted[middle]) / 2
    : sorted[Math.floor(middle)];
}
