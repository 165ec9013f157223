import type { HeatRow } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../../platform/catalogIndex';

const day = 24 * 60 * 60 * 1000;
const shownDays = 90;

export type Happened = {
  n: number;
  entityRef: string;
  rank: number;
  /** ISO 8601 */
  at: string;
};

/**
 * Incidents per system and UTC day, the systems with the most of them first. An incident that affects two parts of a system
 * counts once there.
 */
export function heatOf(
  index: CatalogIndex,
  happened: Happened[],
  now: Date,
): HeatRow[] {
  const today = Math.floor(now.getTime() / day);
  const rows = [...index.all()]
    .filter(entry => entry.kind === 'system')
    .map(system => {
      const parts = new Set(index.covers(system.ref));
      const own = happened.filter(({ entityRef }) => parts.has(entityRef));
      const once = [...new Map(own.map(item => [item.n, item])).values()];
      return {
        row: rowOf({ entityRef: system.ref, title: system.title }, once, today),
        total: once.length,
      };
    });
  return rows
    .sort((a, b) => b.total - a.total || (a.row.title < b.row.title ? -1 : 1))
    .map(({ row }) => row);
}

function rowOf(
  system: { entityRef: string; title: string },
  happened: Happened[],
  today: number,
): HeatRow {
  const days = new Array<number>(shownDays).fill(0);
  const worst = new Array<number>(shownDays).fill(0);
  for (const { at, rank } of happened) {
    const ago = today - Math.floor(Date.parse(at) / day);
    const i = shownDays - 1 - ago;
    if (i < 0 || i >= shownDays) continue;
    days[i] += 1;
    worst[i] = worst[i] === 0 ? rank : Math.min(worst[i], rank);
  }
  return { ...system, days, worst };
}
