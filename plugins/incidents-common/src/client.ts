import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { Endpoint } from './endpoint';
import { endpoints, type Endpoints } from './endpoints';
import { fillPath } from './fillPath';
import type { AlertReceipt } from './schemas/alert';

/**
 * What may be given with any call.
 *
 * @public
 */
export type CallOptions = { token?: string; signal?: AbortSignal };

/** The parts of an endpoint are optional, and what is inferred from them must not be. */
type QueryOf<E extends Endpoint> = z.input<NonNullable<E['query']>>;

type BodyOf<E extends Endpoint> = z.input<NonNullable<E['body']>>;

/** The names of the parameters are checked at run time by the path template. */
type CallInput<E extends Endpoint> = {
  params?: Record<string, string>;
  query?: QueryOf<E>;
  body?: BodyOf<E>;
};

/** Monitors and jobs authenticate with tokens of their own, and need no client. */
type ForMonitors = {
  [Name in keyof Endpoints]: Endpoints[Name]['path'] extends `/webhooks/${string}`
    ? Name
    : never;
}[keyof Endpoints];

/**
 * One method per endpoint. Each rejects with a `ResponseError` that carries the sentence of the server.
 *
 * @public
 */
export type IncidentsApi = {
  [Name in Exclude<keyof Endpoints, ForMonitors>]: (
    input?: CallInput<Endpoints[Name]>,
    options?: CallOptions,
  ) => Promise<z.output<Endpoints[Name]['reply']>>;
};

/**
 * What the client needs of the portal; `DiscoveryApi` and `FetchApi` of the frontend and `coreServices.discovery` fit.
 *
 * @public
 */
export type IncidentsClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
};

/**
 * The typed client of the incidents backend, derived from the endpoint table.
 *
 * @public
 */
export function createIncidentsClient(
  options: IncidentsClientOptions,
): IncidentsApi {
  const callable = Object.entries(endpoints).filter(
    ([, { path }]) => !isForMonitors(path),
  );
  const methods = callable.map(([name, endpoint]) => [
    name,
    (input?: CallInput<Endpoint>, callOptions?: CallOptions) =>
      call(options, endpoint, { ...input, ...callOptions }),
  ]);
  return Object.fromEntries(methods);
}

function isForMonitors(path: string): boolean {
  return path.startsWith('/webhooks/');
}

async function call(
  { discoveryApi, fetchApi }: IncidentsClientOptions,
  endpoint: Endpoint,
  input: CallInput<Endpoint> & CallOptions,
): Promise<unknown> {
  const base = await discoveryApi.getBaseUrl('incidents');
  const url = base + fillPath(endpoint.path, input.params ?? {});
  const search = toSearch(input.query as Record<string, unknown> | undefined);
  const fetchNow = fetchApi?.fetch ?? fetch;
  const response = await fetchNow(url + search, {
    method: endpoint.method,
    signal: input.signal,
    headers: {
      ...(input.token && { Authorization: `Bearer ${input.token}` }),
      ...(input.body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return endpoint.file ? response.text() : response.json();
}

function toSearch(query: Record<string, unknown> | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === '') continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text) search.set(name, text);
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/**
 * True when a delivery changed something.
 *
 * @public
 */
export function changedSomething(receipt: AlertReceipt): boolean {
  return receipt.became !== 'unchanged';
}
