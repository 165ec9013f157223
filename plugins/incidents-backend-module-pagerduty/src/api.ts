import type { Clock } from 'backstage-plugin-incidents-node';
import { createBudget } from './budget';
import type { Settings } from './settings';

/** What is asked for is not there. */
export class NotThere extends Error {
  override name = 'NotThere';
}

/** Asks the REST API, version 2. */
export type Api = {
  /**
   * @throws NotThere for 404; Error with a sentence for anything else that is no success.
   */
  get(
    path: string,
    query: Array<[name: string, value: string]>,
    signal: AbortSignal,
  ): Promise<unknown>;
};

/** Bytes of one answer. */
const largest = 10 * 1024 * 1024;

/** One for the process: what it is told about waiting holds for everything that is asked. */
export function createApi(
  { apiUrl, token, requestsPerMinute }: Settings,
  clock: Clock,
): Api {
  const budget = createBudget(clock, requestsPerMinute);
  return {
    async get(path, query, signal) {
      budget.take();
      const url = `${apiUrl}${path}?${new URLSearchParams(query)}`;
      const response = await ask(url, token, signal);
      if (!response.ok) {
        await response.body?.cancel();
        if (response.status !== 429) throw refusal(response.status);
        throw new Error(budget.rest(secondsIn(response)));
      }
      return JSON.parse(await textOf(response));
    },
  };
}

async function ask(
  url: string,
  token: string,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(url, {
      headers: {
        Accept: 'application/vnd.pagerduty+json;version=2',
        Authorization: `Token token=${token}`,
        'User-Agent': 'backstage-plugin-incidents',
      },
      // The token goes where it was meant for.
      redirect: 'error',
      signal,
    });
  } catch (error) {
    const { message, cause } = error as Error;
    const why =
      cause instanceof Error && cause.message ? cause.message : message;
    throw new Error(`its API could not be asked: ${why}`);
  }
}

/** How long it asks to wait; a minute when it does not say. */
function secondsIn({ headers }: Response): number {
  const said = [headers.get('retry-after'), headers.get('ratelimit-reset')]
    .filter(value => value !== null && value.trim() !== '')
    .map(Number)
    .find(value => Number.isFinite(value) && value >= 0);
  return Math.min(said ?? 60, 3_600);
}

function refusal(status: number): Error {
  if (status === 401) return new Error('its API does not know the token (401)');
  if (status === 403) {
    return new Error('the token may not read this from its API (403)');
  }
  if (status === 404) return new NotThere('its API does not know this (404)');
  return new Error(`its API answers ${status}`);
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largest)
      throw new Error(`its API answers more than ${largest} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
