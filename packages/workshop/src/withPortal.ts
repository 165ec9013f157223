import { runHistory } from './history';
import { startPortal } from './portal';

/**
 * Lends a portal to a piece of work: the one that `PORTAL_URL` names, or a
 * built one of its own with the recorded quarter in it.
 *
 * @param end - the moment at which the quarter of its own portal has just ended; now by default
 */
export async function withPortal<T>(
  work: (url: string) => Promise<T>,
  end?: Date,
): Promise<T> {
  if (process.env.PORTAL_URL) {
    return work(process.env.PORTAL_URL);
  }
  const portal = await startPortal({
    startsAt: end,
    prepare: configArgs => runHistory({ ifEmpty: true, configArgs, end }),
  });
  try {
    return await work(portal.url);
  } finally {
    await portal.stop();
  }
}
