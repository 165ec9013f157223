import { InputError } from '@backstage/errors';
import type {
  AlertSource,
  WebhookRequest,
} from 'backstage-plugin-incidents-node';
import { hashOf } from '../platform/identity';
import { sentence } from '../platform/mount';
import type { Delivery } from './ingestSignals';
import type { Integration } from './settings';

/**
 * What a delivery says, and why it says nothing if it does not.
 *
 * @throws InputError with a sentence that names the field.
 */
export function understand(
  integration: Integration,
  request: WebhookRequest,
): Delivery & { remark?: string } {
  const { source } = integration;
  const payload = source.payload.safeParse(readBody(source, request));
  if (!payload.success) {
    throw new InputError(
      `This is not what ${source.title} sends: ${sentence(payload.error)}`,
    );
  }
  const vendorKey = source.deliveryKey?.(payload.data, request);
  const signals = source.toSignals(payload.data);
  return {
    ...{ integration, signals },
    remark: signals.length === 0 ? source.remark?.(payload.data) : undefined,
    key: hashOf(vendorKey ? `vendor ${vendorKey}` : request.rawBody),
    keyIsVendors: vendorKey !== undefined,
  };
}

function readBody(source: AlertSource, request: WebhookRequest): unknown {
  if (!source.readBody) return parseJson(request.rawBody);
  try {
    return source.readBody(request);
  } catch (error) {
    const message = (error as Error).message.slice(0, 200);
    throw new InputError(`The body cannot be read: ${message}`);
  }
}

function parseJson(body: Buffer): unknown {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new InputError('The body is empty');
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message.slice(0, 200);
    throw new InputError(`The body is not JSON: ${message}`);
  }
}
