import type { ImportReply } from 'backstage-plugin-incidents-common';

export type ImportDraft = { ics: string; entityRefs: string[] };

/** What would be sent, or nothing while there is no file. */
export function describeImport(
  { ics, entityRefs }: ImportDraft,
  here: string,
): { ics: string; entityRefs: string[]; zone?: string } | undefined {
  if (!ics.trim()) return undefined;
  // Whole days are those of the reader, unless the file says whose they are.
  const isSaid = /^X-WR-TIMEZONE:/im.test(ics);
  return { ics, entityRefs, ...(!isSaid && { zone: here }) };
}

const changing = ['created', 'changed', 'ended'];

/** How many windows are another now. */
export function changesIn({ events }: ImportReply): number {
  return events.filter(({ became }) => changing.includes(became)).length;
}
