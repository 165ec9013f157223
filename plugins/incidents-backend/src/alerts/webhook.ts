import {
  AuthenticationError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { WebhookReply } from 'backstage-plugin-incidents-common';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import express, { type Request, type Response, type Router } from 'express';
import { promisify } from 'node:util';
import { admitDelivery } from './admitDelivery';
import type { ReceiveDelivery } from './receiveDelivery';
import {
  buryDelivery,
  refuseDelivery,
  type RefusalDeps,
} from './refuseDelivery';
import { presentedTokens, sameSecret } from './rules/tokens';
import type { AlertSettings, Integration } from './settings';

export type WebhookDeps = RefusalDeps & {
  settings: AlertSettings;
  receive: ReceiveDelivery;
  clock: { now(): Date };
};

/** Seconds after which a sender should try again. */
const retryAfter = '5';

/**
 * The door for monitors: `POST /webhooks/<integration>[/<token>]`. Genuine first, then understood, then committed, then answered.
 */
export function mountWebhooks(router: Router, deps: WebhookDeps): void {
  const limit = deps.settings.maxBytes;
  const readBody = promisify(express.raw({ type: () => true, limit }));
  router.post(
    ['/webhooks/:integration', '/webhooks/:integration/:token'],
    async (request, response) => {
      // Before the body is read: a stranger costs nothing and leaves nothing.
      const integration = admit(deps.settings, request);
      try {
        await readBody(request, response);
      } catch (error) {
        throw await explainUnread(deps, request, error as HttpError);
      }
      await answer(deps, integration, { request, response });
    },
  );
}

/** An error of the body parser. */
type HttpError = Error & { type?: string };

/** The body could not even be read: too large, cut off, or badly compressed. */
async function explainUnread(
  deps: WebhookDeps,
  request: Request,
  error: HttpError,
): Promise<HttpError> {
  error.message =
    error.type === 'entity.too.large'
      ? `The body is larger than ${deps.settings.maxBytes} bytes, which is incidents.webhooks.maxBytes`
      : `The body cannot be read: ${error.message}`;
  await buryDelivery(deps, refusedOf(request), error.message).catch(
    () => undefined,
  );
  return error;
}

async function answer(
  deps: WebhookDeps,
  integration: Integration,
  exchange: { request: Request; response: Response },
): Promise<void> {
  const { request, response } = exchange;
  const raw: WebhookRequest = {
    rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    headers: request.headers,
  };
  const now = deps.clock.now();
  // A stranger leaves no dead letter.
  const remark = await admitDelivery(integration, raw, now).catch(error => {
    if (error instanceof ServiceUnavailableError) {
      response.setHeader('Retry-After', retryAfter);
    }
    throw error;
  });
  try {
    const reply: WebhookReply = remark
      ? { alerts: [], remark }
      : await deps.receive(integration, raw);
    sendAccepted(response, reply);
  } catch (error) {
    throw await explain(deps, { ...exchange, error });
  }
}

/** By hand, because Express would hash each answer into an ETag that nobody can ask for again. */
function sendAccepted(response: Response, reply: WebhookReply): void {
  const body = Buffer.from(JSON.stringify(reply));
  response.statusCode = 202;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

/**
 * @throws NotFoundError for an unknown integration, AuthenticationError for a wrong token.
 */
function admit(settings: AlertSettings, request: Request): Integration {
  const id = request.params.integration;
  const integration = settings.integrations.get(id);
  if (!integration) {
    throw new NotFoundError(
      `There is no integration ${id.slice(0, 100)} in incidents.integrations`,
    );
  }
  const presented = presentedTokens(
    request.headers.authorization,
    request.params.token,
  );
  const isKnown = integration.tokens.some(token =>
    presented.some(given => sameSecret(given, token)),
  );
  const { tokens, secrets } = integration;
  if (tokens.length + secrets.length === 0) {
    throw new AuthenticationError(
      `Integration ${id} has neither a token nor a secret: it takes alerts from its topics only`,
    );
  }
  if (tokens.length > 0 && !isKnown) {
    throw new AuthenticationError(
      `The token of integration ${id} is missing or wrong: send it as Authorization: Bearer, as Basic password or as the last part of the address`,
    );
  }
  return integration;
}

/**
 * Which error the sender is told. What may succeed later is a 503, which senders try again; everything else is a 400, which ends
 * their tries, and therefore only given once the delivery is kept as a dead letter.
 */
async function explain(
  deps: WebhookDeps,
  failed: { request: Request; response: Response; error: unknown },
): Promise<Error> {
  const { request, response, error } = failed;
  try {
    return await refuseDelivery(deps, refusedOf(request), error);
  } catch (unavailable) {
    response.setHeader('Retry-After', retryAfter);
    return unavailable as Error;
  }
}

function refusedOf(request: Request) {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return {
    integration: request.params.integration,
    body: body.toString('utf8'),
    contentType: request.headers['content-type'],
  };
}
