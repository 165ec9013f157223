import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Request, Response, Router } from 'express';
import { within } from '../platform/within';
import { hearHeartbeat } from './hearHeartbeat';
import type { Heartbeat } from './heartbeatSettings';
import { heartbeatsId } from './heartbeatSource';
import type { IngestDeps } from './ingestSignals';
import { presentedTokens, sameSecret } from './rules/tokens';
import type { AlertSettings } from './settings';

export type HeartbeatDoorDeps = IngestDeps & {
  settings: Pick<AlertSettings, 'heartbeats' | 'maxBytes' | 'flapping'>;
  auditor: AuditorService;
  logger: LoggerService;
};

/** Milliseconds for which a sender waits, and seconds after which it should try again. */
const patience = 8_000;
const retryAfter = '5';

/**
 * The door for signals: `GET` or `POST /webhooks/heartbeats/<id>[/<token>]`. It must stand before that of the integrations, none of
 * which has the id `heartbeats`: else an id would be taken for a token. Whatever can ask an address can send one, so that a body may
 * be there and is not looked at.
 */
export function mountHeartbeats(router: Router, deps: HeartbeatDoorDeps): void {
  const address = `/webhooks/${heartbeatsId}/:heartbeat`;
  const paths = [address, `${address}/:token`];
  const answer = async (request: Request, response: Response) => {
    const heartbeat = admit(deps.settings, request);
    await letPass(request, deps.settings.maxBytes);
    const expectedBy = await hear(deps, heartbeat, response);
    // An answer out of a cache would be a signal that nobody heard.
    response.setHeader('Cache-Control', 'no-store');
    response.status(202).json({ heartbeat: heartbeat.id, expectedBy });
  };
  router.get(paths, answer);
  router.post(paths, answer);
}

/**
 * @throws NotFoundError for an unknown heartbeat, AuthenticationError for a wrong token.
 */
function admit(
  { heartbeats }: HeartbeatDoorDeps['settings'],
  request: Request,
): Heartbeat {
  const id = request.params.heartbeat;
  const heartbeat = heartbeats.get(id);
  if (!heartbeat) {
    throw new NotFoundError(
      `There is no heartbeat ${id.slice(0, 100)} in incidents.heartbeats`,
    );
  }
  const presented = presentedTokens(
    request.headers.authorization,
    request.params.token,
  );
  const isKnown = heartbeat.tokens.some(token =>
    presented.some(given => sameSecret(given, token)),
  );
  if (isKnown) return heartbeat;
  throw new AuthenticationError(
    `The token of heartbeat ${id} is missing or wrong: send it as Authorization: Bearer, as Basic password or as the last part of the address`,
  );
}

/**
 * Reads a body without keeping any of it.
 *
 * @throws Error with status 413 when it is longer than `limit`, 400 when it breaks off.
 */
function letPass(request: Request, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limit) return;
      request.pause();
      const message = `The body is larger than ${limit} bytes, which is incidents.webhooks.maxBytes`;
      reject(Object.assign(new Error(message), { status: 413 }));
    });
    request.once('end', resolve);
    request.once('close', () =>
      reject(Object.assign(new Error('The body broke off'), { status: 400 })),
    );
  });
}

/** @throws ServiceUnavailableError when it could not be written: the same may succeed later. */
async function hear(
  deps: HeartbeatDoorDeps,
  heartbeat: Heartbeat,
  response: Response,
): Promise<Date> {
  try {
    return await within(
      hearHeartbeat(deps, heartbeat),
      patience,
      `no answer within ${patience} ms`,
    );
  } catch (error) {
    deps.logger.error('A heartbeat could not be written', error as Error);
    response.setHeader('Retry-After', retryAfter);
    throw new ServiceUnavailableError(
      'The database does not answer; send this signal again',
    );
  }
}
