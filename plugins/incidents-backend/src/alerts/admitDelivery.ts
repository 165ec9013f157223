import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { fetchTextFrom } from '../platform/fetchText';
import type { Integration } from './settings';

/**
 * Lets a source judge a delivery by what it must fetch first. The answer is for the sender, and the delivery then done with;
 * undefined lets it in.
 *
 * @throws AuthenticationError when it is not genuine, ServiceUnavailableError when that cannot be told now.
 */
export async function admitDelivery(
  { id, source: { admission } }: Integration,
  request: WebhookRequest,
  now: Date,
): Promise<string | undefined> {
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
