import { InputError } from '@backstage/errors';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';

/** What the event bus brings. */
export type Message = {
  topic: string;
  eventPayload: unknown;
  metadata?: Record<string, string | string[] | undefined>;
};

/**
 * A message as the delivery that it is: its payload as the body, its metadata as headers.
 *
 * @throws InputError when there is nothing that could be a body.
 */
export function readMessage(
  message: Message,
): WebhookRequest & { isAsSigned: boolean } {
  const { eventPayload, metadata = {} } = message;
  const headers = Object.entries(metadata).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const asCame = bytesOf(eventPayload);
  return {
    rawBody: asCame ?? writeJson(eventPayload),
    headers: Object.fromEntries(headers),
    // Somebody has read an object before, and its bytes are gone.
    isAsSigned: asCame !== undefined,
  };
}

function bytesOf(payload: unknown): Buffer | undefined {
  if (typeof payload === 'string') return Buffer.from(payload, 'utf8');
  if (!ArrayBuffer.isView(payload)) return undefined;
  const { buffer, byteOffset, byteLength } = payload;
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

function writeJson(payload: unknown): Buffer {
  if (typeof payload !== 'object' || payload === null) {
    const kind = payload === null ? 'null' : `of the type ${typeof payload}`;
    throw new InputError(
      `The payload of the message must be an object or a text with JSON; it is ${kind}`,
    );
  }
  try {
    return Buffer.from(JSON.stringify(payload), 'utf8');
  } catch (error) {
    const message = (error as Error).message.slice(0, 200);
    throw new InputError(`The payload of the message is not JSON: ${message}`);
  }
}
