import type {
  OnCallPage,
  OnCallPages,
  PageNotice,
} from 'backstage-plugin-incidents-common';
import { NotFoundError } from '@backstage/errors';
import { toOptionalInstant, withoutEmpty } from '../platform/columns';
import type { Database } from '../platform/database';
import type { IncidentPort } from './incidentPort';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import type { KeptNotice } from './rules/notice';
import type { KeptPage } from './rules/page';

export type PageReader = { people: boolean };

type ReadDeps = { database: Database; incidents: IncidentPort };

/** @throws NotFoundError */
export async function readPages(
  { database, incidents }: ReadDeps,
  key: string,
  reader: PageReader,
): Promise<OnCallPages> {
  if (!(await incidents.find(database.read, key))) {
    throw new NotFoundError(`There is no incident ${key}`);
  }
  const pages = await pageStore.ofIncident(database.read, key);
  const ids = pages.map(({ id }) => id);
  const notices = await noticeStore.ofPages(database.read, ids);
  return {
    items: pages.map(page => shownPage(page, notices, reader)),
    people: reader.people ? 'shown' : 'hidden',
  };
}

/** The latest page of an incident, for whoever has just changed it. */
export async function readLatest(
  deps: ReadDeps,
  key: string,
  reader: PageReader,
): Promise<OnCallPage> {
  const { items } = await readPages(deps, key, reader);
  return items[0];
}

function shownPage(
  page: KeptPage,
  notices: KeptNotice[],
  reader: PageReader,
): OnCallPage {
  const { policy } = page;
  return withoutEmpty({
    ...{ id: page.id, incidentKey: page.incidentKey, status: page.status },
    ...{ policy: policy.id, because: page.because },
    ...{ round: page.round, rounds: policy.rounds },
    ...{ step: page.step, steps: policy.steps.length },
    startedAt: page.startedAt.toISOString(),
    dueAt: toOptionalInstant(page.dueAt),
    acknowledgedBy: page.acknowledgedBy,
    acknowledgedAt: toOptionalInstant(page.acknowledgedAt),
    endedAt: toOptionalInstant(page.endedAt),
    notices: notices
      .filter(({ pageId }) => pageId === page.id)
      .filter(({ urgency }) => urgency === 'page' || urgency === 'final')
      .map(notice => shownNotice(notice, reader)),
  });
}

function shownNotice(notice: KeptNotice, { people }: PageReader): PageNotice {
  const { person, step } = notice;
  return withoutEmpty({
    ...{ id: notice.id, round: notice.round, target: notice.target },
    step: step === undefined ? undefined : step + 1,
    person:
      people && person
        ? { ref: person.ref, displayName: person.displayName }
        : undefined,
    ...{ notifier: notice.notifier, state: notice.state },
    attempts: notice.attempts,
    at: notice.createdAt.toISOString(),
    sentAt: toOptionalInstant(notice.sentAt),
    reason: notice.reason,
  });
}
