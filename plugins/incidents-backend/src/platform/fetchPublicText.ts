import http from 'node:http';
import https from 'node:https';
import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from 'request-filtering-agent';

/**
 * Fetches a text from an address that an operator has configured: without following it to where only the portal can reach.
 *
 * @throws Error with a sentence that does not contain the address, which may be a secret.
 */
export type FetchPublicText = (
  address: string,
  limits: {
    /** Bytes. */
    largest: number;
    /** Whether it may be in the network of the portal, and without encryption. */
    allowPrivate: boolean;
  },
) => Promise<string>;

const patience = 30_000;
const mostRedirects = 3;

/**
 * The address that a name resolves to is looked at by the connection itself, so that it cannot be another one by then; after each
 * redirect anew.
 */
export const fetchPublicText: FetchPublicText = async (address, limits) => {
  const signal = AbortSignal.timeout(patience);
  let url = new URL(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await askPublic(url, limits.allowPrivate, { signal });
    const { statusCode = 0, headers } = response;
    if (statusCode >= 200 && statusCode < 300) {
      return readText(response, limits.largest);
    }
    response.destroy();
    if (statusCode < 300 || statusCode >= 400 || !headers.location) {
      throw new Error(`it answers ${statusCode}`);
    }
    url = new URL(headers.location, url);
  }
  throw new Error(`it redirects more than ${mostRedirects} times`);
};

/** One request, whose redirects are left to the caller. The body must be read or destroyed. */
export function askPublic(
  url: URL,
  allowPrivate: boolean,
  sent: {
    signal: AbortSignal;
    method?: 'GET' | 'POST';
    headers?: Record<string, string>;
    body?: string;
  },
): Promise<http.IncomingMessage> {
  const isEncrypted = url.protocol === 'https:';
  if (!isEncrypted && !(allowPrivate && url.protocol === 'http:')) {
    throw new Error('it must begin with https://, also after a redirect');
  }
  const options = { allowPrivateIPAddress: allowPrivate, keepAlive: false };
  return new Promise((resolve, reject) => {
    const request = (isEncrypted ? https : http).request(url, {
      agent: isEncrypted
        ? new RequestFilteringHttpsAgent(options)
        : new RequestFilteringHttpAgent(options),
      method: sent.method ?? 'GET',
      signal: sent.signal,
      headers: { 'User-Agent': 'backstage-plugin-incidents', ...sent.headers },
    });
    request.on('response', resolve);
    request.on('error', error => reject(sentenceOf(error, url)));
    request.end(sent.body);
  });
}

function sentenceOf(error: Error, url: URL): Error {
  if (/is not allowed\. Because/.test(error.message)) {
    return new Error(
      `${url.hostname} is in a private network, where it may not be asked`,
    );
  }
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return new Error(`${url.hostname} did not answer in time`);
  }
  return new Error(`${url.hostname} could not be asked: ${error.message}`);
}

async function readText(
  response: http.IncomingMessage,
  largest: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > largest) {
      response.destroy();
      throw new Error(`it answers more than ${largest} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
