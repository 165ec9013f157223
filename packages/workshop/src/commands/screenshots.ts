import { takeScreenshots } from '../screenshots';
import { withPortal } from '../withPortal';

/** The pictures of the README, of the real portal; names select some of them. */
export async function main(names: string[]): Promise<number> {
  await withPortal(url => takeScreenshots(url, names));
  return 0;
}
