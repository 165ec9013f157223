import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  isReadable,
  mostBytes,
  mostFiles,
  textOf,
  tooLarge,
  tooMany,
} from './readable';
import type { RawFolder } from './runbookFile';

const patienceMilliseconds = 30_000;

/** All Markdown files below an address of a code host. */
export async function readWebFolder(
  urlReader: UrlReaderService,
  url: string,
  etag: string | undefined,
): Promise<RawFolder> {
  const sieve = createSieve();
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const tree = await urlReader.readTree(url, {
    filter: sieve.lets,
    etag,
    signal,
  });
  const folder: RawFolder = { files: [], remarks: [], etag: tree.etag };
  for (const file of await tree.files()) {
    // Not every reader knows filters.
    if (!sieve.lets(file.path)) continue;
    const content = textOf(await file.content());
    const address = below(url, file.path);
    if ('remark' in content) {
      folder.remarks.push(`${file.path}: ${content.remark}`);
    } else {
      const { text } = content;
      folder.files.push({
        path: file.path,
        address,
        sourceUrl: address,
        text,
      });
    }
  }
  folder.remarks.push(...sieve.remarks());
  return folder;
}

/** Decides before a file is unpacked, so that a large repository does not fill the memory. */
function createSieve() {
  const wanted = new Set<string>();
  const large = new Set<string>();
  let more = false;
  return {
    lets(path: string, about?: { size: number }): boolean {
      if (!isReadable(path) || large.has(path)) return false;
      if ((about?.size ?? 0) > mostBytes) large.add(path);
      else if (wanted.size < mostFiles) wanted.add(path);
      else if (!wanted.has(path)) more = true;
      return wanted.has(path);
    },
    remarks: () => [
      ...[...large].map(path => `${path}: ${tooLarge}`),
      ...(more ? [tooMany] : []),
    ],
  };
}

/** One Markdown file of the web. */
export async function readWebFile(
  urlReader: UrlReaderService,
  url: string,
  etag: string | undefined,
): Promise<RawFolder> {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const response = await urlReader.readUrl(url, { etag, signal });
  const { pathname, searchParams } = new URL(url);
  const wholePath = searchParams.get('path') ?? decodeURIComponent(pathname);
  const path = wholePath.slice(wholePath.lastIndexOf('/') + 1);
  const content = textOf(await firstBytes(response));
  const { etag: newEtag } = response;
  if ('remark' in content) {
    return {
      files: [],
      remarks: [`${path}: ${content.remark}`],
      etag: newEtag,
    };
  }
  const file = { path, address: url, sourceUrl: url, text: content.text };
  return { files: [file], remarks: [], etag: newEtag };
}

/** Reads one chunk more than is allowed at most, so that a huge file is noticed and not loaded. */
async function firstBytes(
  response: Awaited<ReturnType<UrlReaderService['readUrl']>>,
): Promise<Buffer> {
  if (!response.stream) return response.buffer();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.stream()) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > mostBytes) break;
  }
  return Buffer.concat(chunks);
}

function below(folder: string, path: string): string {
  const url = new URL(folder);
  const inQuery = url.searchParams.get('path');
  if (inQuery !== null) {
    url.searchParams.set('path', `${inQuery.replace(/\/+$/, '')}/${path}`);
  } else {
    const segments = path.split('/').map(encodeURIComponent).join('/');
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${segments}`;
  }
  return url.href;
}
