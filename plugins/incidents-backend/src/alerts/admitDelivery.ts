import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { fetchTextFrom } from '../platform/fetchText';
import type { Integration } from './settings';

/**
 * Lets in what is signed, where there is a secret, and what its source lets in, which may have to fetch something first. The answer is for the sender, and the delivery then done with;
 * undefined lets it in.
 *
 * @throws AuthenticationError when it is not genuine, ServiceUnavailableError when that cannot be told now.
 */
export async function admitDelivery(
  integration: Integration,
  request: WebhookRequest,
  now: Date,
): Promise<string | undefined> {
  checkSignature(integration, request, now);
  const { id, source } = integration;
  const { admission } = source;
  if (!admission) return undefined;
  try {
    const fetchText = fetchTextFrom(admission.hosts);
    return await admission.admit(request, { now, fetchText });
  } catch (error) {
    if (error instanceof ServiceUnavailableError) throw error;
    throw new AuthenticationError(
      `Integration ${id} refuses this delivery: ${(error as Error).message}`,
    );
  }
}

function checkSignature(
  { source, secrets, id }: Integration,
  request: WebhookRequest,
  now: Date,
) {
  if (secrets.length === 0) return;
  if (!secrets.some(secret => source.isGenuine!(request, secret, now))) {
    throw new AuthenticationError(
      `The signature of this delivery does not fit the secret of integration ${id}`,
    );
  }
}
