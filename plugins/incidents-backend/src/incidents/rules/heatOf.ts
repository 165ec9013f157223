import type { HeatRow } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';

const day = 24 * 60 * 60 * 1000;
const shownDays = 90;

/** An entity that is part of a system, however deep; the system itself is one. */
export type SystemPart = { system: string; ref: string };

/** What happened to a system on a day, which is counted from 1970 in UTC. */
export type HappenedDay = {
  system: string;
  day: number;
  incidents: number;
  /** The worst severity rank of them. */
  worst: number;
};

/** Whose incidents are to be counted. */
export function partsOfSystems(index: CatalogIndex): SystemPart[] {
  return systemsIn(index).flatMap(({ ref: system }) =>
    index.covers(system).map(ref => ({ system, ref })),
  );
}

/** Incidents per system and UTC day, the systems with the most of them first. */
export function heatOf(
  index: CatalogIndex,
  happened: HappenedDay[],
  now: Date,
): HeatRow[] {
  const today = Math.floor(now.getTime() / day);
  const bySystem = new Map<string, HappenedDay[]>();
  for (const one of happened) {
    const days = bySystem.get(one.system);
    if (days) days.push(one);
    else bySystem.set(one.system, [one]);
  }
  return systemsIn(index)
    .map(({ ref, title }) => {
      const days = bySystem.get(ref) ?? [];
      return {
        row: rowOf({ entityRef: ref, title }, days, today),
        total: days.reduce((sum, { incidents }) => sum + incidents, 0),
      };
    })
    .sort((a, b) => b.total - a.total || (a.row.title < b.row.title ? -1 : 1))
    .map(({ row }) => row);
}

function systemsIn(index: CatalogIndex) {
  return [...index.all()].filter(({ kind }) => kind === 'system');
}

function rowOf(
  system: { entityRef: string; title: string },
  happened: HappenedDay[],
  today: number,
): HeatRow {
  const days = new Array<number>(shownDays).fill(0);
  const worst = new Array<number>(shownDays).fill(0);
  for (const one of happened) {
    const i = shownDays - 1 - (today - one.day);
    if (i < 0 || i >= shownDays) continue;
    days[i] = one.incidents;
    worst[i] = one.worst;
  }
  return { ...system, days, worst };
}
