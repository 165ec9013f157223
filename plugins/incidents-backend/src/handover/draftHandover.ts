import {
  handoverMarkdown,
  handoverWords,
  type HandoverDraft,
  type HandoverQuery,
} from 'backstage-plugin-incidents-common';
import { findShift } from './findShift';
import type { HandoverDeps, HandoverReader } from './index';
import { noteStore } from './noteStore';
import { readEndings, readHappened } from './readHappened';
import { nextOf, toHandoverShift } from './rules/chooseShift';

/** What whoever comes next should know, as far as the reader may know it. @throws NotFoundError */
export async function draftHandover(
  deps: HandoverDeps,
  name: string,
  { reader, ...asked }: HandoverQuery & { reader: HandoverReader },
): Promise<HandoverDraft> {
  const at = asked.at ? new Date(asked.at) : deps.clock.now();
  const { ref } = reader.actor;
  const found = await findShift(deps, name, { at, reader: ref });
  const { shift, schedule, stretches } = found;
  const [happened, endings, note] = await Promise.all([
    readHappened(deps, found, reader),
    readEndings(deps, found, reader),
    noteStore.find(deps.database.read, {
      ...{ schedule: name, level: shift.level },
      ...{ person: shift.person.ref, from: shift.from },
    }),
  ]);
  const next = nextOf(stretches, shift);
  const draft: Omit<HandoverDraft, 'markdown'> = {
    ...{ schedule: name, scheduleTitle: schedule.title },
    ...{ timeZone: schedule.timeZone, at: at.toISOString() },
    shift: toHandoverShift(shift),
    ...(next && { next: { ...next, from: next.from.toISOString() } }),
    ...{ ...happened, endings },
    ...(note && { note }),
  };
  const markdown = handoverMarkdown(draft, {
    words: handoverWords,
    linkOf: key => `${deps.baseUrl.replace(/\/$/, '')}/incidents/${key}`,
    statusOf: status => status,
  });
  return { ...draft, markdown };
}
