import { ServiceUnavailableError } from '@backstage/errors';

type Fetch = (url: string, options: RequestInit) => Promise<Response>;

const patience = 5_000;
const largest = 64 * 1024;

/**
 * Asks addresses of certain hosts for texts, and no others, so that nobody makes the portal ask for them what only the portal can
 * reach: HTTPS, no redirects, no credentials, no other port, five seconds, 64 kB.
 *
 * @param hosts - matches whole host names
 */
export function fetchTextFrom(
  hosts: RegExp,
  fetch: Fetch = globalThis.fetch,
): (url: string) => Promise<string> {
  return async address => {
    const url = allowedAddress(address, hosts);
    try {
      const response = await fetch(url.href, {
        redirect: 'error',
        credentials: 'omit',
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) throw new Error(`it answers ${response.status}`);
      return await readText(response);
    } catch (error) {
      throw new ServiceUnavailableError(
        `${url.host} could not be asked: ${(error as Error).message}`,
      );
    }
  };
}

/**
 * @throws Error with a sentence for an address that is not allowed.
 */
function allowedAddress(address: string, hosts: RegExp): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPlain =
    url?.protocol === 'https:' && !url.username && !url.password && !url.port;
  // Found somewhere inside a longer name, it would be anybody's host.
  if (!url || !isPlain || hosts.exec(url.hostname)?.[0] !== url.hostname) {
    throw new Error(
      `The address ${address.slice(0, 200)} is none that this source may ask`,
    );
  }
  return url;
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largest)
      throw new Error(`it answers more than ${largest} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
