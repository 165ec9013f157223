import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import type {
  Actor,
  Endpoint,
  ParamsOf,
  ReplyOf,
} from 'backstage-plugin-incidents-common';
import type { Request, Router } from 'express';
import type { z } from 'zod';
import type { Access, AccessFilter } from './access';

type Parsed<T> = Exclude<T, undefined> extends z.ZodType
  ? z.output<Exclude<T, undefined>>
  : undefined;

/** What a handler gets: parsed, authorized input, never the request. */
export type Call<E extends Endpoint> = {
  params: ParamsOf<E>;
  query: Parsed<E['query']>;
  body: Parsed<E['body']>;
  actor: Actor;
  /** What the caller may see, by the permission of the endpoint. */
  filter: AccessFilter;
  allows(permission: Permission): Promise<boolean>;
  /**
   * For what the caller needs besides the permission of the endpoint.
   *
   * @throws NotAllowedError
   */
  require(permission: Permission, resourceRef?: string): Promise<void>;
  filterFor(permission: Permission): Promise<AccessFilter>;
};

export type Doors = {
  /** Binds an endpoint of the table to its use case. */
  open<E extends Endpoint>(
    endpoint: E,
    answer: (call: Call<E>) => Promise<ReplyOf<E>>,
  ): void;
};

export type DoorDeps = {
  router: Router;
  httpAuth: HttpAuthService;
  access: Access;
  auditor: AuditorService;
};

/**
 * Makes routes of endpoints: parses, authorizes, audits writes, calls, replies. No route can forget its permission, because the
 * table cannot leave it out.
 */
export function createDoors(deps: DoorDeps): Doors {
  return {
    open(endpoint, answer) {
      const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put';
      deps.router[method](endpoint.path, async (request, response) => {
        const reply = await serve(deps, endpoint, request, answer);
        const { status = 200, file } = endpoint;
        response.status(status);
        if (!file) response.json(reply);
        else response.attachment(file.name).type(file.type).send(reply);
      });
    },
  };
}

async function serve<E extends Endpoint>(
  deps: DoorDeps,
  endpoint: E,
  request: Request,
  answer: (call: Call<E>) => Promise<ReplyOf<E>>,
): Promise<ReplyOf<E>> {
  const credentials = await deps.httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const ask = async () => {
    const input = parseInput(endpoint, request);
    const filter = await authorize(deps.access, endpoint, {
      credentials,
      // How the addresses of incidents and of alerts name theirs.
      resourceRef: request.params.key ?? request.params.id,
    });
    return answer({
      ...input,
      params: request.params as ParamsOf<E>,
      actor: actorOf(credentials),
      filter,
      allows: permission => deps.access.allows(credentials, permission),
      require: (permission, ref) =>
        deps.access.require(credentials, permission, ref),
      filterFor: permission => deps.access.filterFor(credentials, permission),
    });
  };
  return endpoint.method === 'GET'
    ? ask()
    : audited(deps.auditor, { endpoint, request }, ask);
}

function parseInput<E extends Endpoint>(endpoint: E, request: Request) {
  // No name and no search contains it, and PostgreSQL fails on it.
  const inAddress = textsIn([request.params, request.query]);
  if (inAddress.some(text => text.includes('\u0000'))) {
    throw new InputError('The address must not contain the character NUL');
  }
  return {
    query: parse('query', endpoint.query, request.query),
    body: parse('body', endpoint.body, request.body),
  } as Pick<Call<E>, 'query' | 'body'>;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
}

function parse(
  where: 'query' | 'body',
  schema: z.ZodType | undefined,
  value: unknown,
): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw new InputError(`The ${where} is not valid: ${sentence(parsed.error)}`);
}

/** The first few things that are wrong, each with its place. */
export function sentence(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(issue => {
      const place = issue.path.map(String).join('.').slice(0, 200);
      const message = issue.message.slice(0, 300);
      return place ? `${place}: ${message}` : message;
    })
    .join('; ');
}

async function authorize(
  access: Access,
  { needs }: Endpoint,
  caller: { credentials: BackstageCredentials; resourceRef?: string },
): Promise<AccessFilter> {
  if (typeof needs === 'string') {
    throw new Error('What monitors send has doors of its own');
  }
  const { credentials } = caller;
  const resourceRef = isResourcePermission(needs)
    ? caller.resourceRef
    : undefined;
  if (isResourcePermission(needs) && !resourceRef) {
    const filter = await access.filterFor(credentials, needs);
    // An empty list would say that all is well.
    if (filter === 'nothing') {
      throw new NotAllowedError(`This needs ${needs.name}`);
    }
    return filter;
  }
  await access.require(credentials, needs, resourceRef);
  return 'everything';
}

async function audited<T>(
  auditor: AuditorService,
  subject: { endpoint: Endpoint; request: Request },
  work: () => Promise<T>,
): Promise<T> {
  const { endpoint, request } = subject;
  const event = await auditor.createEvent({
    eventId: eventIdOf(endpoint),
    severityLevel: 'medium',
    request,
    meta: { path: endpoint.path, ...request.params },
  });
  try {
    const result = await work();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

/**
 * `POST /incidents/:key/actions` is the event `incidents-actions`, `POST /silences` is `silences-create`, `PUT
 * /oncall/schedules/:name` is `oncall-schedules-change`.
 */
function eventIdOf({ method, path, status }: Endpoint): string {
  const nouns = path
    .split('/')
    .filter(part => part && !part.startsWith(':'))
    .join('-');
  if (path === '/incidents') return 'incidents-declare';
  if (method === 'PUT') return `${nouns}-change`;
  return status === 201 && !path.includes(':') ? `${nouns}-create` : nouns;
}

function actorOf(credentials: BackstageCredentials): Actor {
  const principal = credentials.principal as {
    type?: string;
    userEntityRef?: string;
    subject?: string;
  };
  return principal.type === 'user'
    ? { type: 'user', ref: principal.userEntityRef ?? 'unknown' }
    : { type: 'service', ref: principal.subject ?? 'unknown' };
}
