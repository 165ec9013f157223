import { ConflictError, InputError } from '@backstage/errors';
import type { Actor, PageSomebody } from 'backstage-plugin-incidents-common';
import { afterCommit } from '../platform/database';
import type { EntryDraft } from '../timeline';
import { findPeople, type FindDeps, type Finding } from './findPeople';
import { hearIncident } from './hearCalls';
import type { AnswerDeps } from './answerPage';
import type { PagedIncident } from './incidentPort';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { beginPage, isOver } from './rules/beginPage';
import { policyByHand } from './rules/builtInPolicy';
import { afterStep, type KeptPage } from './rules/page';
import { calledIn, noticesFor, peopleIn } from './rules/takeStep';

type Asked = PageSomebody & { actor: Actor };

/**
 * Calls somebody else too, besides whom the policy calls; without a page that is open this begins one.
 *
 * @throws NotFoundError; InputError when nobody is there to be called; ConflictError when the incident needs nobody.
 */
export async function pageSomebody(
  deps: AnswerDeps & FindDeps,
  key: string,
  asked: Asked,
): Promise<void> {
  const { database, incidents, catalog, clock, timeline } = deps;
  await hearIncident(deps, key, await catalog.index().catch(() => undefined));
  const { note, actor, ...named } = asked;
  const target = lowered(named);
  const known = await database.write(tx => incidents.hold(tx, key));
  checkNeedsPeople(known);
  const finding = await findPeople(deps, known.entityRefs[0], {
    ...{ targets: [target], fallback: [] },
  });
  if (finding.found.length === 0) {
    throw new InputError(`Nobody can be paged: ${finding.gaps.join('; ')}`);
  }
  await database.write(async tx => {
    const incident = await incidents.hold(tx, key);
    checkNeedsPeople(incident);
    const now = clock.now();
    const open = await pageStore.holdOpen(tx, key);
    const page = open ?? begun(deps, incident, { target, actor, now });
    if (!open) await pageStore.save(tx, page);
    await noticeStore.add(
      tx,
      noticesFor(page, finding.found, {
        ...{ now, newId: deps.newId, urgency: 'page', note },
      }),
    );
    await timeline.record(tx, [askedEntry(key, asked, finding)], now);
    afterCommit(tx, () => deps.bell.ring());
  });
}

/** By a policy of its own, whose first step is this. */
function begun(
  { newId }: AnswerDeps,
  incident: PagedIncident,
  about: {
    target: Parameters<typeof policyByHand>[0];
    actor: Actor;
    now: Date;
  },
): KeptPage {
  const { target, actor, now } = about;
  const { after } = beginPage(incident, {
    ...{ id: newId(), actor, now },
    policy: policyByHand(target),
    because: `${actor.ref} asked for it`,
  });
  return afterStep(after, { reached: true, now });
}

function askedEntry(
  key: string,
  { actor, note }: Asked,
  { found }: Finding,
): EntryDraft {
  return {
    ...{ kind: 'page.asked', actor, incidentKey: key },
    text: `${actor.ref} pages ${calledIn(found)}${note ? `: ${note}` : ''}`,
    details: {
      count: found.length,
      targets: [...new Set(found.map(({ target }) => target))],
      people: peopleIn(found),
      ...(note && { note }),
    },
  };
}

/** @throws ConflictError */
function checkNeedsPeople(incident: PagedIncident): void {
  const { key, status, drill } = incident;
  if (isOver(incident)) {
    throw new ConflictError(`${key} is ${status}; reopen it to page somebody`);
  }
  if (drill) {
    throw new ConflictError(`${key} is a drill, which pages nobody`);
  }
}

function lowered({
  user,
  group,
  level,
  entityRef,
}: PageSomebody): Parameters<typeof policyByHand>[0] {
  return {
    ...(user && { user: user.toLowerCase() }),
    ...(group && { group: group.toLowerCase() }),
    ...(level && { level }),
    ...(entityRef && { entityRef: entityRef.toLowerCase() }),
  };
}
