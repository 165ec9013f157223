import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import { listOf } from '../../platform/sentences';
import type { EntryDraft } from '../../timeline';
import type { KeptNotice } from './notice';
import { nextMove, type KeptPage } from './page';

const actor = { type: 'system', ref: 'escalation' } as const;

type Found = {
  target: string;
  person?: OnCallPerson;
  notifiers: string[];
  settings: Record<string, unknown>;
};

/** One for each person and way, and one for each channel. */
export function noticesFor(
  page: KeptPage,
  found: Found[],
  about: Pick<KeptNotice, 'urgency' | 'step' | 'note'> & {
    now: Date;
    newId: () => string;
  },
): KeptNotice[] {
  const { now, newId, urgency, step, note } = about;
  return found.flatMap(({ target, person, notifiers, settings }) =>
    notifiers.map(notifier => ({
      ...{ id: newId(), pageId: page.id, round: page.round, step },
      episode: page.episode,
      ...{ urgency, target, person, notifier, settings, note },
      ...{ state: 'due' as const, attempts: 0 },
      ...{ createdAt: now, dueAt: now },
    })),
  );
}

/** Who is called by a step, or by the final alarm, and who cannot be. */
export function stepEntries(
  page: KeptPage,
  { found, gaps }: { found: Found[]; gaps: string[] },
): EntryDraft[] {
  const isFinal = nextMove(page) === 'exhaust';
  const which = isFinal
    ? 'The final alarm'
    : `Step ${page.step + 1} of round ${page.round}`;
  const entry = { actor, incidentKey: page.incidentKey };
  const numbers = {
    round: page.round,
    ...(!isFinal && { step: page.step + 1 }),
  };
  return [
    ...gaps.map(
      (gap): EntryDraft => ({
        ...{ ...entry, kind: 'page.gap', text: gap },
        details: { ...numbers, reason: gap },
      }),
    ),
    {
      ...{ ...entry, kind: 'page.step' },
      text:
        found.length === 0
          ? `${which} finds nobody to call`
          : `${which} calls ${calledIn(found)}`,
      details: {
        ...{ ...numbers, count: found.length },
        ...(isFinal && { isFinal }),
        targets: [...new Set(found.map(({ target }) => target))],
        people: peopleIn(found),
      },
    },
  ];
}

/** `Ada and Bo (level 1 (Primary))` */
export function calledIn(found: Found[]): string {
  const targets = [...new Set(found.map(({ target }) => target))];
  return listOf(
    targets.map(target => {
      const names = found
        .filter(one => one.target === target)
        .flatMap(({ person }) => person?.displayName ?? []);
      return names.length > 0 ? `${listOf(names)} – ${target}` : target;
    }),
  );
}

export function peopleIn(found: Found[]) {
  return found.flatMap(({ person }) =>
    person ? [{ ref: person.ref, name: person.displayName }] : [],
  );
}
