import { incidentAnnotations } from 'backstage-plugin-incidents-common';
import type { CatalogEntry } from '../platform/catalogIndex';
import { locateRunbooks } from './rules/locateRunbooks';
import type { RunbookFile } from './runbookFile';
import type { RunbookSettings } from './settings';
import type { Shelves } from './shelves';

/** The runbook files that an entity itself brings, and what is wrong with them, in sentences. */
export async function openShelf(
  shelves: Shelves,
  settings: RunbookSettings,
  { annotations, ref }: CatalogEntry,
): Promise<{ files: RunbookFile[]; problems: string[] }> {
  const located = locateRunbooks(annotations, settings);
  if (!located) return { files: [], problems: [] };
  const target = annotations[incidentAnnotations.runbooks].slice(0, 300);
  const sentence = (remark: string) =>
    `Runbooks of ${ref} in "${withoutUser(target)}": ${remark}.`;
  if ('problem' in located) {
    return { files: [], problems: [sentence(located.problem)] };
  }
  const { files, remarks } = await shelves.open(located.place);
  return { files, problems: remarks.map(sentence) };
}

function withoutUser(target: string): string {
  return target.replace(/\/\/[^/\s@]*@/, '//');
}
