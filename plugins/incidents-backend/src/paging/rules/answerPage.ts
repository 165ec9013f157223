import { ConflictError } from '@backstage/errors';
import type { Actor } from 'backstage-plugin-incidents-common';
import { durationInWords } from '../../platform/durationInWords';
import type { Decision, EntryDraft } from '../../timeline';
import { later, type KeptPage } from './page';

const escalation = { type: 'system', ref: 'escalation' } as const;

type By = { actor: Actor; now: Date };

/** What is told of a page after this is another matter to whoever was told before. */
function calledAnew(page: KeptPage): KeptPage {
  const isAnew = page.status === 'acknowledged';
  return {
    ...unacknowledged(page),
    episode: page.episode + (isAnew ? 1 : 0),
  };
}

/** Somebody is on it. Nothing changes when they said so before. */
export function acknowledge(
  page: KeptPage,
  { actor, now, how, name }: By & { how: string; name?: string },
): Decision<KeptPage> | undefined {
  const { status, acknowledgedBy } = page;
  if (status === 'acknowledged' && acknowledgedBy?.ref === actor.ref) {
    return undefined;
  }
  return {
    after: {
      ...{ ...page, status: 'acknowledged' },
      ...{ acknowledgedBy: actor, acknowledgedAt: now },
      dueAt: later(now, page.policy.acknowledgedFor),
    },
    because: [
      {
        ...{ kind: 'page.acknowledged', actor, incidentKey: page.incidentKey },
        text: `${name ?? actor.ref} is on it (${how})`,
        details: { how, round: page.round, ...(name && { name }) },
      },
    ],
  };
}

/**
 * “Not me, next”: who is next is called at once.
 *
 * @throws ConflictError when everybody has been called already.
 */
export function handOn(
  page: KeptPage,
  { actor, now, note }: By & { note?: string },
): Decision<KeptPage> {
  if (page.status === 'exhausted') {
    throw new ConflictError(
      `Everybody has been called for ${page.incidentKey}; there is nobody to hand it on to`,
    );
  }
  return {
    after: { ...calledAnew(page), status: 'waiting', dueAt: now },
    because: [
      {
        ...{ kind: 'page.handed-on', actor, incidentKey: page.incidentKey },
        text: `${actor.ref} cannot take it${
          note ? `: ${note}` : ''
        }; who is next is called`,
        details: { ...(note && { note }), round: page.round },
      },
    ],
  };
}

/**
 * The time that an acknowledgement holds is over. When somebody has done something in the incident since, it holds on from there;
 * else people are called again from the beginning.
 */
export function reviewSilence(
  page: KeptPage,
  { active, now }: { active: Date | undefined; now: Date },
): { after: KeptPage; because: EntryDraft[] } {
  const { acknowledgedFor } = page.policy;
  const holds = active && later(active, acknowledgedFor);
  if (holds && holds > now) {
    return { after: { ...page, dueAt: holds }, because: [] };
  }
  const silence = durationInWords(acknowledgedFor);
  return {
    after: {
      ...{ ...calledAnew(page), status: 'waiting' },
      ...{ round: 1, step: 0 },
      dueAt: now,
    },
    because: [
      {
        ...{ kind: 'page.reopened', actor: escalation },
        incidentKey: page.incidentKey,
        text: `Nothing was heard for ${silence} since ${page.acknowledgedBy?.ref} was on it: people are called again`,
        details: { after: silence, ref: page.acknowledgedBy?.ref },
      },
    ],
  };
}

/** Nobody needs to be called any more. */
export function endPage(
  page: KeptPage,
  { status, actor, now }: By & { status: string },
): Decision<KeptPage> {
  return {
    after: { ...page, status: 'ended', dueAt: undefined, endedAt: now },
    because: [
      {
        ...{ kind: 'page.ended', actor, incidentKey: page.incidentKey },
        text: `Nobody is called any more: ${page.incidentKey} is ${status}`,
        details: { status },
      },
    ],
  };
}

/** Nobody has answered in any round. */
export function exhaust(page: KeptPage): Decision<KeptPage> {
  const { rounds } = page.policy;
  return {
    after: { ...page, status: 'exhausted', dueAt: undefined },
    because: [
      {
        ...{ kind: 'page.exhausted', actor: escalation },
        incidentKey: page.incidentKey,
        text: `Nobody has answered in ${
          rounds === 1 ? 'the only round' : `${rounds} rounds`
        }`,
        details: { rounds },
      },
    ],
  };
}

function unacknowledged(page: KeptPage): KeptPage {
  return { ...page, acknowledgedBy: undefined, acknowledgedAt: undefined };
}
