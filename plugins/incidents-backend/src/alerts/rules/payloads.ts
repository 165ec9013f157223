import type {
  AlertReceipt,
  DeliveryOutcomes,
} from 'backstage-plugin-incidents-common';
import type { WebhookRequest } from 'backstage-plugin-incidents-node';

/** Bytes of the largest body that is kept. */
export const largestKept = 1_000_000;

/** A delivery as it is kept: what came, so that it can be read again. */
export type Payload = {
  contentType?: string;
  bytes: number;
  /** Absent when it is too large to be kept. */
  body?: Buffer;
  /** Why there is no alert in it. */
  remark?: string;
};

/** What is kept of a request. */
export function payloadOf({ rawBody, headers }: WebhookRequest): Payload {
  const bytes = rawBody.length;
  return {
    bytes,
    contentType: [headers['content-type']].flat()[0]?.slice(0, 255),
    body: bytes <= largestKept ? rawBody : undefined,
  };
}

/** Why there is no body; one that was empty is there. */
export function whyMissing(bytes: number): string {
  return `Its body has ${bytes} bytes, and none is kept of more than ${largestKept}`;
}

/** The delivery that it was. */
export function requestOf(
  rawBody: Buffer,
  contentType: string | undefined,
): WebhookRequest {
  return {
    rawBody,
    headers: contentType ? { 'content-type': contentType } : {},
  };
}

/** How many alerts became what. */
export function outcomesOf(receipts: AlertReceipt[]): DeliveryOutcomes {
  const outcomes: DeliveryOutcomes = {};
  for (const { became } of receipts) {
    outcomes[became] = (outcomes[became] ?? 0) + 1;
  }
  return outcomes;
}

export function changesNothing(receipts: AlertReceipt[]): boolean {
  return receipts.every(({ became }) => became === 'unchanged');
}
