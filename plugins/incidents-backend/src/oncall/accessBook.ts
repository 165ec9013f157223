import { InputError } from '@backstage/errors';
import type {
  AccessChecklist,
  AccessFindings,
  AccessFindingsQuery,
  Actor,
  ConfirmAccess,
} from 'backstage-plugin-incidents-common';
import { withoutEmpty } from '../platform/columns';
import { listOf } from '../platform/sentences';
import { accessStore } from './accessStore';
import { findFindings } from './findFindings';
import type { ReadDeps } from './readSchedules';
import { accessState } from './rules/accessState';
import { keyOfTool, requiredAccess } from './rules/requiredAccess';
import { scheduleStore } from './scheduleStore';
import type { ServedEntities } from './servedEntities';
import type { OnCallSettings } from './settings';
import type { ScheduleDeps } from './writeSchedule';

export type AccessDeps = ScheduleDeps &
  ReadDeps & { served: ServedEntities; settings: OnCallSettings };

/** What people must be able to log in to, and whether they have said that they can. */
export type AccessBook = {
  /** @throws Error with a sentence when the catalog does not answer. */
  checklist(user: string): Promise<AccessChecklist>;
  /** @throws InputError when nothing that they answer for needs it, or when it is no person who says so. */
  confirm(asked: ConfirmAccess & { actor: Actor }): Promise<AccessChecklist>;
  /** @throws InputError; NotFoundError when there is no such schedule. */
  findings(query: AccessFindingsQuery): Promise<AccessFindings>;
};

export function createAccessBook(deps: AccessDeps): AccessBook {
  return {
    checklist: user => checklistOf(deps, user),
    confirm: asked => confirm(deps, asked),
    findings: query => findFindings(deps, query),
  };
}

async function checklistOf(
  deps: AccessDeps,
  user: string,
): Promise<AccessChecklist> {
  const { database, catalog, served, clock, settings } = deps;
  const index = await catalog.index();
  const schedules = await scheduleStore.naming(database.read, user);
  const items = new Map<string, AccessChecklist['items'][number]>();
  const confirmed = (await accessStore.of(database.read, [user])).get(user)!;
  for (const { definition } of schedules) {
    const refs = served.by(index, definition.name);
    for (const { key, tool, entityRefs } of requiredAccess(index, refs)) {
      const known = items.get(key);
      items.set(key, {
        ...{ tool: known?.tool ?? tool },
        ...accessState(confirmed.get(key), {
          ...{ holdsFor: settings.access.holdsFor, now: clock.now() },
        }),
        entityRefs: [...new Set([...(known?.entityRefs ?? []), ...entityRefs])],
        schedules: [...(known?.schedules ?? []), definition.name],
      });
    }
  }
  const sorted = [...items.keys()].sort().map(key => items.get(key)!);
  return { user, items: sorted.map(withoutEmpty) };
}

async function confirm(
  deps: AccessDeps,
  { tools, actor }: ConfirmAccess & { actor: Actor },
): Promise<AccessChecklist> {
  const user = actor.ref;
  if (actor.type !== 'user') {
    throw new InputError(
      'tools: only a person can log in to them; this is a service',
    );
  }
  const { items } = await checklistOf(deps, user);
  const needed = new Map(items.map(({ tool }) => [keyOfTool(tool), tool]));
  const keys = [...new Set(tools.map(keyOfTool))];
  tools.forEach((tool, i) => {
    if (needed.has(keyOfTool(tool))) return;
    throw new InputError(
      `tools.${i}: no schedule that names you answers for something that needs “${tool}”`,
    );
  });
  await deps.database.write(async tx => {
    const at = deps.clock.now();
    await accessStore.confirm(tx, user, { tools: keys, at });
    const names = keys.map(key => needed.get(key)!);
    const entry = {
      ...{ kind: 'access.confirmed' as const, actor },
      text: `${user} confirms that they can log in to ${listOf(names)}`,
      details: { user, tools: names },
    };
    await deps.timeline.record(tx, [entry], at);
  });
  return checklistOf(deps, user);
}
