import {
  handoverLimits,
  incidentReadPermission,
  isOpenStatus,
  routingReadPermission,
  type HandoverDraft,
  type HandoverEnding,
  type Section,
} from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import { reasonOf } from '../platform/sentences';
import type { FoundShift } from './findShift';
import type { HandoverDeps, HandoverReader } from './index';

const day = 24 * 60 * 60 * 1000;
/** More are not asked about one by one. */
const mostEntities = 10_000;
/** Of all incidents of the portal, in one shift. */
const mostPages = 10_000;

type Happened = Pick<HandoverDraft, 'entities' | 'incidents' | 'pages'>;

/** The incidents of a shift on what the schedule serves, and who was called for them. */
export async function readHappened(
  deps: HandoverDeps,
  { schedule, shift }: FoundShift,
  reader: HandoverReader,
): Promise<Happened> {
  const served = await servedBy(deps, schedule.name);
  if (served.status !== 'ok') {
    return { entities: 0, incidents: served, pages: served };
  }
  const { refs, index } = served.value;
  const now = deps.clock.now();
  const window = { from: shift.from, to: shift.to < now ? shift.to : now };
  const incidents = await section(async () => {
    if (refs.length > mostEntities) {
      throw new Error(`more than ${mostEntities} entities name the schedule`);
    }
    const scope = { filter: reader.incidents, index, entityRefs: refs };
    const found = await deps.incidents.during(window, scope);
    return found.map(one => ({ ...one, isOpen: isOpenStatus(one.status) }));
  }, reader.incidents === 'nothing' && incidentReadPermission.name);
  const pages = await section(async () => {
    if (incidents.status !== 'ok') throw new Error(incidents.reason);
    const keys = new Set(incidents.value.map(({ key }) => key));
    const called = await deps.paging.called(window, mostPages);
    return called
      .filter(({ incidentKey }) => keys.has(incidentKey))
      .slice(0, handoverLimits.pages)
      .map(({ at, ...one }) => ({ ...one, at: at.toISOString() }));
  }, incidents.status === 'hidden' && incidentReadPermission.name);
  return { entities: refs.length, incidents, pages };
}

/** What keeps alerts quiet, and stops to within a day of the end of the shift, or of now when that is later. */
export async function readEndings(
  deps: HandoverDeps,
  { schedule, shift }: FoundShift,
  reader: HandoverReader,
): Promise<HandoverDraft['endings']> {
  return section(async () => {
    const now = deps.clock.now();
    const end = Math.max(now.getTime(), shift.to.getTime()) + day;
    const { items } = await deps.alerts.silences.list({
      ...{ status: ['active'], limit: 200 },
    });
    const silences = items.map(
      ({ id, reason, endsAt }): HandoverEnding => ({
        ...{ id, kind: 'silence', title: reason, endsAt },
      }),
    );
    const served = await servedBy(deps, schedule.name);
    if (served.status !== 'ok') throw new Error(served.reason);
    const { refs, index } = served.value;
    const open = await deps.alerts.maintenance.openNow(refs, index);
    const maintenance = open.map(
      ({ id, title, endsAt }): HandoverEnding => ({
        ...{ id, kind: 'maintenance', title, endsAt },
      }),
    );
    return [...silences, ...maintenance]
      .filter(({ endsAt }) => Date.parse(endsAt) <= end)
      .sort((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt))
      .slice(0, handoverLimits.endings);
  }, !reader.routing && routingReadPermission.name);
}

/** What names the schedule, itself or by what it belongs to. */
function servedBy(
  { catalog, oncall }: HandoverDeps,
  schedule: string,
): Promise<Section<{ refs: string[]; index: CatalogIndex }>> {
  return section(async () => {
    const index = await catalog.index();
    return { refs: oncall.servedBy(index, schedule), index };
  }, false);
}

/** A part that fails, or that the reader may not see, hides no other. */
async function section<T>(
  read: () => Promise<T>,
  needs: string | false,
): Promise<Section<T>> {
  if (needs) return { status: 'hidden', reason: `Seeing this needs ${needs}` };
  try {
    return { status: 'ok', value: await read() };
  } catch (error) {
    return { status: 'failed', reason: reasonOf(error) };
  }
}
