import type { Permission } from '@backstage/plugin-permission-common';
import type { z } from 'zod';

/**
 * One endpoint of the API as data: the router, the client and the OpenAPI document are all read from it.
 *
 * @public
 */
export type Endpoint<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PUT';
  /** Below `/api/incidents`, parameters as `:name`. */
  path: string;
  summary: string;
  /** What the caller must be allowed to do; for monitors, the token of their integration or heartbeat. */
  needs: Permission | 'integration-token' | 'heartbeat-token';
  query?: Query;
  body?: Body;
  reply: Reply;
  /** The code of success, 200 when absent. */
  status?: 200 | 201 | 202;
  /** The reply is a text that is saved as a file, not JSON. */
  file?: { type: 'text/csv'; name: string };
};

type NoSchema = z.ZodUndefined;

export function get<Query extends z.ZodType, Reply extends z.ZodType>(
  path: string,
  endpoint: Pick<
    Endpoint<Query, NoSchema, Reply>,
    'summary' | 'needs' | 'query' | 'reply' | 'status' | 'file'
  >,
): Endpoint<Query, NoSchema, Reply> {
  return { method: 'GET', path, ...endpoint };
}

export function post<Body extends z.ZodType, Reply extends z.ZodType>(
  path: string,
  endpoint: Pick<
    Endpoint<NoSchema, Body, Reply>,
    'summary' | 'needs' | 'body' | 'reply' | 'status'
  >,
): Endpoint<NoSchema, Body, Reply> {
  return { method: 'POST', path, ...endpoint };
}

export function put<Body extends z.ZodType, Reply extends z.ZodType>(
  path: string,
  endpoint: Pick<
    Endpoint<NoSchema, Body, Reply>,
    'summary' | 'needs' | 'body' | 'reply'
  >,
): Endpoint<NoSchema, Body, Reply> {
  return { method: 'PUT', path, ...endpoint };
}

/** @public */
export type ReplyOf<E extends Endpoint> = z.output<E['reply']>;

type ParamNames<Path extends string> =
  Path extends `${string}:${infer Name}/${infer Rest}`
    ? Name | ParamNames<`/${Rest}`>
    : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/**
 * The parameters in the path of an endpoint.
 *
 * @public
 */
export type ParamsOf<E extends Endpoint> = Record<
  string extends E['path'] ? string : ParamNames<E['path']>,
  string
>;
