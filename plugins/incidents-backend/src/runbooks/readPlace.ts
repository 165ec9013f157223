import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { readFiles } from './readFiles';
import { readWebFile, readWebFolder } from './readWeb';
import type { Place, RawFolder } from './runbookFile';

/**
 * @throws NotModifiedError when the place is still as it was when `etag` was given.
 * @throws Error when it cannot be read, with a reason.
 */
export function readPlace(
  urlReader: UrlReaderService,
  place: Place,
  etag: string | undefined,
): Promise<RawFolder> {
  if (place.kind === 'file') return readFiles(place);
  return place.holds === 'file'
    ? readWebFile(urlReader, place.url, etag)
    : readWebFolder(urlReader, place.url, etag);
}
