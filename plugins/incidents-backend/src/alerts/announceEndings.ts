import type { Catalog } from '../platform/catalog';
import type { Database, Reader, Tx } from '../platform/database';
import type { PortalNotices } from '../platform/portalNotices';
import type { Timeline } from '../timeline';
import { openingStore } from './openingStore';
import { endingEntry, noticeOf, toldOf, type Ending } from './rules/endingSoon';
import { inWords } from './rules/matchers';
import { silenceStore } from './silenceStore';

export type AnnounceDeps = {
  database: Database;
  timeline: Timeline;
  catalog: Catalog;
  notices: PortalNotices;
  clock: { now(): Date };
  settings: { announceBefore: number };
};

type Span = { now: Date; until: Date };

/** What ends, and knows whether that was announced. */
type Announcing = {
  endings(reader: Reader, span: Span): Promise<Ending[]>;
  claim(tx: Tx, id: string, at: Date): Promise<boolean>;
  takeBack(tx: Tx, id: string): Promise<void>;
};

const announcing: Announcing[] = [
  {
    async endings(reader, span) {
      const found = await silenceStore.unannounced(reader, span);
      return found.map(({ silence, holds }) => ({
        ...{ id: silence.id, kind: 'silence', entityRefs: [], holds },
        words: inWords(silence.matchers).slice(0, 200),
        createdBy: silence.createdBy,
        endsAt: silence.endsAt,
      }));
    },
    claim: silenceStore.claimAnnouncement,
    takeBack: silenceStore.takeBackAnnouncement,
  },
  {
    async endings(reader, span) {
      const found = await openingStore.unannounced(reader, span);
      return found.map(({ opening, holds }) => ({
        ...{ id: opening.id, kind: 'maintenance', holds },
        words: opening.title,
        entityRefs: opening.entityRefs,
        createdBy: opening.createdBy,
        endsAt: opening.endsAt,
      }));
    },
    claim: openingStore.claimAnnouncement,
    takeBack: openingStore.takeBackAnnouncement,
  },
];

/**
 * Tells whoever made a silence or a maintenance window that it ends soon while it holds alerts that fire. Once: of several
 * replicas that look at the same time one claims it. If that one dies before it has told it, the overview still shows it. Answers
 * how many were announced.
 */
export async function announceEndings(deps: AnnounceDeps): Promise<number> {
  const { database, clock, settings } = deps;
  const now = clock.now();
  const until = new Date(now.getTime() + settings.announceBefore);
  let announced = 0;
  for (const one of announcing) {
    for (const ending of await one.endings(database.read, { now, until })) {
      if (await announce(deps, one, ending)) announced += 1;
    }
  }
  return announced;
}

async function announce(
  deps: AnnounceDeps,
  { claim, takeBack }: Announcing,
  ending: Ending,
): Promise<boolean> {
  const { database, timeline, catalog, notices, clock } = deps;
  const { id } = ending;
  const at = clock.now();
  if (!(await database.write(tx => claim(tx, id, at)))) return false;
  const index = await catalog.index().catch(() => undefined);
  const to = toldOf(ending, index);
  const outcome =
    to.length > 0 ? await notices.tell(noticeOf(ending, to)) : 'sent';
  if (outcome === 'failed') {
    // To be tried again as long as it has not ended.
    await database.write(tx => takeBack(tx, id));
    return false;
  }
  await database.write(tx =>
    timeline.record(tx, [endingEntry(ending, { to, outcome })], at),
  );
  return true;
}
