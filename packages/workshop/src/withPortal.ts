import { runHistory } from './history';
import { startPortal } from './portal';

/**
 * Lends a portal to a piece of work: the one that `PORTAL_URL` names, or a
 * built one of its own with the recorded quarter in it.
 */
export async function withPortal<T>(
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (process.env.PORTAL_URL) {
    return work(process.env.PORTAL_URL);
  }
  const portal = await startPortal({
    prepare: configArgs => runHistory({ ifEmpty: true, configArgs }),
  });
  try {
    return await work(portal.url);
  } finally {
    await portal.stop();
  }
}
