import { incidentAnnotations } from 'backstage-plugin-incidents-common';
import type { RemoteOnCallProvider } from 'backstage-plugin-incidents-node';
import type { CatalogIndex } from '../platform/catalogIndex';
import { askRemote } from './askRemote';
import type { RemoteDeps } from './remoteProviders';
import { readChoice } from './rules/chooseProvider';
import { isDue } from './rules/remoteFreshness';
import { remoteStore, type RemoteKey } from './remoteStore';

/** At a time. */
const askedAtOnce = 4;
/** Milliseconds for which the answer to a question that nobody asks any more is kept. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

/** Asks the providers about everything that the catalog names and that is due. Answers about how many targets they were asked. */
export async function refreshRemotes(
  deps: RemoteDeps,
  remotes: Map<string, RemoteOnCallProvider>,
): Promise<number> {
  if (remotes.size === 0) return 0;
  const { database, clock } = deps;
  const now = clock.now();
  const tries = await remoteStore.tries(database.read);
  const known = new Map(
    tries.map(one => [keyOf(one.provider, one.target), one]),
  );
  const index = await deps.catalog.index().catch(() => undefined);
  const names = index ? namedIn(index) : tries.map(toChoice);
  const due = wantedBy(names, remotes).filter(({ remote, target }) => {
    const fare = known.get(keyOf(remote.id, target));
    return isDue(fare, remote.everySeconds * 1000, now);
  });
  for (let i = 0; i < due.length; i += askedAtOnce) {
    await Promise.all(
      due.slice(i, i + askedAtOnce).map(async ({ remote, target }) => {
        const key = { provider: remote.id, target };
        const before = await remoteStore.find(database.read, key);
        await askRemote(deps, remote, { target, before });
      }),
    );
  }
  const before = new Date(now.getTime() - keptFor);
  await database.write(tx => remoteStore.forget(tx, before));
  return due.length;
}

type Wanted = { remote: RemoteOnCallProvider; target: string };

type Choice = { id: string; target: string };

/** Without the catalog those are asked about that were asked about before. */
function toChoice({ provider, target }: RemoteKey): Choice {
  return { id: provider, target };
}

function namedIn(index: CatalogIndex): Choice[] {
  return [...index.all()].flatMap(({ annotations }) => {
    const words = annotations[incidentAnnotations.onCall];
    return words === undefined ? [] : [readChoice(words)];
  });
}

/** Each once. */
function wantedBy(
  names: Choice[],
  remotes: Map<string, RemoteOnCallProvider>,
): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { id, target } of names) {
    const remote = remotes.get(id);
    if (remote) wanted.set(keyOf(id, target), { remote, target });
  }
  return [...wanted.values()];
}

function keyOf(provider: string, target: string): string {
  return `${provider}:${target}`;
}
