import type {
  ShiftRequest,
  ShiftRequestQuery,
  ShiftRequests,
} from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import { withoutEmpty } from '../platform/columns';
import { peopleOf } from './people';
import { requestStore } from './requestStore';
import { deedsOf, type KeptRequest } from './rules/answerRequest';
import { scheduleStore } from './scheduleStore';
import type { Reader, RequestDeps } from './shiftRequests';

/** Who may not see people sees what they have asked or are asked, without the names of others. */
export async function listRequests(
  deps: RequestDeps,
  { mine, ...query }: ShiftRequestQuery,
  reader: Reader,
): Promise<ShiftRequests> {
  const { database, catalog, clock } = deps;
  const kept = await requestStore.list(database.read, {
    ...query,
    ...((mine || !reader.people) && { user: reader.actor.ref }),
  });
  const index = await catalog.index().catch(() => undefined);
  const titles = new Map<string, string>();
  for (const name of new Set(kept.map(({ schedule }) => schedule))) {
    const schedule = await scheduleStore.find(database.read, name);
    titles.set(name, schedule?.definition.title ?? name);
  }
  const now = clock.now();
  return {
    items: kept.map(request =>
      shownRequest(request, {
        ...{ reader, index, now, title: titles.get(request.schedule)! },
      }),
    ),
  };
}

/** A request as a reader may see it. */
export function shownRequest(
  request: KeptRequest,
  sight: {
    reader: Reader;
    title: string;
    index: CatalogIndex | undefined;
    now: Date;
  },
): ShiftRequest {
  const { actor, people } = sight.reader;
  const { asker, asked, everybody, answeredBy } = request;
  const personOf = peopleOf(sight.index);
  const seen = (ref: string | undefined) =>
    ref && (people || ref === actor.ref) ? personOf(ref) : undefined;
  const { id, schedule, kind, status, level, mine, theirs, note } = request;
  const { createdAt, expiresAt, closedAt } = request;
  return withoutEmpty<ShiftRequest>({
    ...{ id, schedule, scheduleTitle: sight.title, kind, status, level },
    ...{ mine, theirs, note, everybody, createdAt, expiresAt, closedAt },
    asker: seen(asker),
    of: everybody ? undefined : seen(asked[0]),
    answeredBy: seen(answeredBy),
    reader: roleOf(request, actor.ref),
    can: deedsOf(request, actor.ref, sight.now),
  });
}

function roleOf({ asker, asked }: KeptRequest, user: string) {
  if (user === asker) return 'asker';
  return asked.includes(user) ? 'asked' : undefined;
}
