import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  IncidentNotifier,
  NoticeOutcome,
} from 'backstage-plugin-incidents-node';
import type { Tx } from '../platform/database';
import { reasonOf } from '../platform/sentences';
import { within } from '../platform/within';
import type { EntryDraft } from '../timeline';
import type { HearDeps } from './hearCalls';
import type { PagedIncident } from './incidentPort';
import { followLate } from './followUp';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { noticeEntry } from './rules/noticeEntry';
import {
  claim,
  isNeeded,
  isSpent,
  isStepLost,
  settle,
  type KeptNotice,
} from './rules/notice';
import { hurry } from './rules/page';
import type { WriteNotice } from './writeNotice';

export type SendDeps = HearDeps & {
  notifiers: Map<string, IncidentNotifier>;
  write: WriteNotice;
  logger: LoggerService;
};

const perRound = 200;
const atOnce = 10;
/** Milliseconds; far less than the time after which others take an attempt for lost. */
const patience = 15_000;

/** Of whoever made the last attempt nothing was heard any more. */
const lost: NoticeOutcome = {
  outcome: 'failed',
  retry: false,
  reason: 'it was not said whether the last attempt arrived',
};

/** Sends what is due; answers how many attempts were made. */
export async function sendNotices(deps: SendDeps): Promise<number> {
  const due = await noticeStore.findDue(
    deps.database.read,
    deps.clock.now(),
    perRound,
  );
  for (let i = 0; i < due.length; i += atOnce) {
    await Promise.all(
      due.slice(i, i + atOnce).map(notice =>
        send(deps, notice).catch(error => {
          // It stays due, or is taken for lost after a while.
          const { id } = notice;
          deps.logger.warn(`Notice ${id} waits: ${reasonOf(error)}`);
        }),
      ),
    );
  }
  return due.length;
}

async function send(deps: SendDeps, notice: KeptNotice): Promise<void> {
  const claimed = await claimNotice(deps, notice);
  if (!claimed) return;
  const { incident, ...sending } = claimed;
  const outcome = isSpent(notice)
    ? lost
    : await attempt(deps, sending.notice, incident);
  await record(deps, sending.notice, { incident, outcome });
}

type Claimed = { notice: KeptNotice; incident: PagedIncident };

/** Of several replicas one gets it. What is not needed any more is put away. */
async function claimNotice(
  { database, incidents, clock }: SendDeps,
  notice: KeptNotice,
): Promise<Claimed | undefined> {
  return database.write(async tx => {
    const page = await pageStore.hold(tx, notice.pageId);
    const incident = page && (await incidents.find(tx, page.incidentKey));
    if (!page || !incident || !isNeeded(notice, page)) {
      await noticeStore.change(tx, notice, {
        ...{ state: 'withdrawn', dueAt: undefined },
      });
      return undefined;
    }
    const claimed = claim(notice, clock.now());
    const isMine = await noticeStore.change(tx, notice, claimed);
    return isMine ? { notice: { ...notice, ...claimed }, incident } : undefined;
  });
}

async function attempt(
  { notifiers, write }: SendDeps,
  notice: KeptNotice,
  incident: PagedIncident,
): Promise<NoticeOutcome> {
  const notifier = notifiers.get(notice.notifier);
  if (!notifier) {
    const reason = `the notifier ${notice.notifier} is not installed any more`;
    return { outcome: 'failed', retry: false, reason };
  }
  try {
    const written = await write(notice, incident);
    const late = `${notifier.title} did not answer in time`;
    const { urgency } = notice;
    const answer =
      urgency === 'answered' || urgency === 'over'
        ? notifier.follow?.(written, urgency) ?? { outcome: 'sent' as const }
        : notifier.notify(written);
    return await within(Promise.resolve(answer), patience, late);
  } catch (error) {
    return { outcome: 'failed', retry: true, reason: reasonOf(error) };
  }
}

async function record(
  deps: SendDeps,
  notice: KeptNotice,
  { incident, outcome }: { incident: PagedIncident; outcome: NoticeOutcome },
): Promise<void> {
  const { database, timeline, clock, notifiers } = deps;
  await database.write(async tx => {
    const now = clock.now();
    const settled = settle(notice, outcome, now);
    const page = await pageStore.hold(tx, notice.pageId);
    // Somebody took this attempt for lost, and made another one with the same key.
    if (!(await noticeStore.change(tx, notice, settled))) return;
    const title = notifiers.get(notice.notifier)?.title ?? notice.notifier;
    const entry = noticeEntry({ ...notice, ...settled }, { incident, title });
    const because: EntryDraft[] = entry ? [entry] : [];
    await timeline.record(tx, because, now);
    if (page && settled.state === 'failed') await hurryPage(tx, page, now);
    if (page && settled.state === 'sent') {
      await followLate(deps, tx, { notice, page });
    }
  });
}

async function hurryPage(
  tx: Tx,
  page: NonNullable<Awaited<ReturnType<typeof pageStore.hold>>>,
  now: Date,
): Promise<void> {
  const notices = await noticeStore.ofPages(tx, [page.id]);
  const sooner = isStepLost(notices, page) ? hurry(page, now) : undefined;
  if (sooner) await pageStore.save(tx, sooner);
}
