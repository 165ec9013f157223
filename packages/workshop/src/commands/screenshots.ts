import { momentOfPictures, takeScreenshots } from '../screenshots';
import { withPortal } from '../withPortal';

/**
 * The pictures of the README, of the real portal; names select some of them.
 * Its own portal lives at one and the same moment each time, so that only what
 * changed in the pages changes in the pictures.
 */
export async function main(names: string[]): Promise<number> {
  const now = process.env.PORTAL_URL ? undefined : momentOfPictures;
  await withPortal(url => takeScreenshots(url, { names, now }), now);
  return 0;
}
