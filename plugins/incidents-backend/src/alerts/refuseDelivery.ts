import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { DeadLetter } from 'backstage-plugin-incidents-common';
import { isConflict, isDatabaseAway } from '../platform/database';
import type { DeadLetters } from './deadLetters';

export type RefusalDeps = {
  deadLetters: DeadLetters;
  auditor: AuditorService;
  logger: LoggerService;
};

type Refused = Pick<DeadLetter, 'integration' | 'body' | 'contentType'>;

/**
 * Keeps a delivery that failed as a dead letter, and answers what its sender is to be told. What may succeed later is no dead letter.
 *
 * @throws ServiceUnavailableError when the sender should send the same again.
 */
export async function refuseDelivery(
  deps: RefusalDeps,
  refused: Refused,
  error: unknown,
): Promise<InputError> {
  const isTheirs = error instanceof InputError;
  if (!isTheirs) deps.logger.error('A delivery failed', error as Error);
  if (isTheirs || !isTransient(error)) {
    const answer = isTheirs
      ? error
      : new InputError('It could not be written; it is kept as a dead letter');
    const isKept = await buryDelivery(deps, refused, answer.message).then(
      () => true,
      () => false,
    );
    if (isKept) return answer;
  }
  throw error instanceof ServiceUnavailableError
    ? error
    : new ServiceUnavailableError(
        'The database does not answer; nothing of this delivery was kept, send it again',
      );
}

export async function buryDelivery(
  deps: Omit<RefusalDeps, 'logger'>,
  refused: Refused,
  reason: string,
): Promise<void> {
  await deps.deadLetters.bury({ ...refused, reason });
  const event = await deps.auditor.createEvent({
    eventId: 'webhooks-dead-letter',
    severityLevel: 'low',
    meta: { integration: refused.integration },
  });
  await event.success();
}

/** Whether the same may succeed later. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof ServiceUnavailableError ||
    isDatabaseAway(error) ||
    isConflict(error)
  );
}
