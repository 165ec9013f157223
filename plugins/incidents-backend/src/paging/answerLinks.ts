import type { DiscoveryService } from '@backstage/backend-plugin-api';
import type { Actor } from 'backstage-plugin-incidents-common';
import type { IncidentNotifier } from 'backstage-plugin-incidents-node';
import type { Reader } from '../platform/database';
import { takeUpPage, type AnswerDeps } from './answerPage';
import { hearIncident } from './hearCalls';
import type { PagedIncident } from './incidentPort';
import type { LinkSettings } from './linkSettings';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { answerState, type AnswerState } from './rules/answerState';
import { openAnswer, sealAnswer, type AnswerGrant } from './rules/answerToken';
import type { KeptNotice } from './rules/notice';
import { later, type KeptPage } from './rules/page';

/** What whoever opens a link is shown. */
export type Answered =
  | { state: 'unknown' }
  | {
      state: 'ready' | 'done' | 'taken' | 'used' | 'expired' | 'over';
      incident: PagedIncident;
      /** To whom the link was sent. */
      person: string;
      noticeId: string;
      /** Who is on it. */
      taken?: { who: string; at: Date };
    };

/** Links by which one person answers one notice once, without a login. */
export type AnswerLinks = {
  /** Nothing for channels, and where config has no keys. */
  linkFor(notice: KeptNotice): Promise<string | undefined>;
  /** Changes nothing, whoever opens it. */
  look(token: string): Promise<Answered>;
  /** “I am on it”, by the person whom it was sent to. */
  acknowledge(token: string): Promise<Answered>;
};

export type LinkDeps = AnswerDeps & {
  notifiers: Map<string, IncidentNotifier>;
  discovery: Pick<DiscoveryService, 'getExternalBaseUrl'>;
  links: LinkSettings | undefined;
};

export function createAnswerLinks(deps: LinkDeps): AnswerLinks {
  const { links, discovery, database } = deps;
  return {
    async linkFor({ id: noticeId, person, createdAt }) {
      if (!links || !person) return undefined;
      const until = later(createdAt, links.validFor);
      const grant = { noticeId, person: person.ref, until };
      const address = await discovery.getExternalBaseUrl('incidents');
      return `${address}/answers/${sealAnswer(grant, links.keys[0])}`;
    },
    async look(token) {
      const grant = openAnswer(token, links?.keys ?? []);
      const found = grant && (await find(deps, database.read, grant));
      if (!found) return { state: 'unknown' };
      return shown(found, stateOf(deps, found), await namesIn(deps, found));
    },
    async acknowledge(token) {
      const grant = openAnswer(token, links?.keys ?? []);
      const found = grant && (await find(deps, database.read, grant));
      return found ? acknowledge(deps, found) : { state: 'unknown' };
    },
  };
}

type Found = {
  grant: AnswerGrant;
  notice: KeptNotice;
  page: KeptPage;
  incident: PagedIncident;
};

async function find(
  { incidents }: LinkDeps,
  reader: Reader,
  grant: AnswerGrant,
): Promise<Found | undefined> {
  const notice = await noticeStore.find(reader, grant.noticeId);
  if (notice?.person?.ref !== grant.person) return undefined;
  const page = await pageStore.find(reader, notice.pageId);
  const incident = page && (await incidents.find(reader, page.incidentKey));
  return incident && { grant, notice, page, incident };
}

async function acknowledge(deps: LinkDeps, known: Found): Promise<Answered> {
  const { database, incidents, clock } = deps;
  const { key } = known.incident;
  // What happened a moment ago may not have been heard yet.
  await hearIncident(deps, key);
  const answered = await database.write(async tx => {
    const incident = await incidents.hold(tx, key);
    const page = await pageStore.hold(tx, known.page.id);
    const notice = await noticeStore.find(tx, known.notice.id);
    if (!page || !notice) return { found: known, state: stateOf(deps, known) };
    const found = { ...known, incident, page, notice };
    const state = stateOf(deps, found);
    if (state.state !== 'ready') return { found, state };
    await noticeStore.spend(tx, notice.id, clock.now());
    const actor: Actor = { type: 'user', ref: known.grant.person };
    const title = deps.notifiers.get(notice.notifier)?.title;
    const how = `by ${title ?? notice.notifier} link`;
    await takeUpPage(deps, tx, { page, actor, how });
    return { found, state: { state: 'done' as const } };
  });
  const names = await namesIn(deps, answered.found);
  return shown(answered.found, answered.state, names);
}

function stateOf(
  { clock }: LinkDeps,
  { page, notice, grant: { until } }: Found,
): AnswerState {
  return answerState(page, notice, { until, now: clock.now() });
}

/** How those are called who were told, by ref. */
async function namesIn(
  { database }: LinkDeps,
  { page }: Found,
): Promise<Map<string, string>> {
  const notices = await noticeStore.ofPages(database.read, [page.id]);
  return new Map(
    notices.flatMap(({ person }) =>
      person ? [[person.ref, person.displayName]] : [],
    ),
  );
}

function shown(
  { incident, grant, notice }: Found,
  answer: AnswerState | { state: 'done' },
  names: Map<string, string>,
): Answered {
  return {
    ...{ state: answer.state, incident, person: grant.person },
    noticeId: notice.id,
    ...(answer.state === 'taken' && {
      taken: {
        who: names.get(answer.by.ref) ?? answer.by.ref,
        at: answer.at,
      },
    }),
  };
}
