import type { AlertReceipt } from 'backstage-plugin-incidents-common';
import {
  changesNothing,
  largestKept,
  outcomesOf,
  payloadOf,
  requestOf,
  whyMissing,
} from './payloads';

const json = { 'content-type': 'application/json' };
const receipt = (became: AlertReceipt['became']): AlertReceipt => ({
  ...{ fingerprint: 'f', became, reason: 'so' },
});

describe('what is kept of a delivery', () => {
  it.each([
    ['of JSON', Buffer.from('{"a":"ログ 🔥"}')],
    ['of nothing', Buffer.alloc(0)],
    ['of a megabyte', Buffer.alloc(largestKept, 'x')],
    ['of no text', Buffer.from([0x7b, 0x00, 0xff, 0x7d])],
  ])('%s is its body, and it comes back as it was', (_, rawBody) => {
    const { body, contentType, bytes } = payloadOf({ rawBody, headers: json });
    expect(bytes).toBe(rawBody.length);
    expect(requestOf(body!, contentType)).toEqual({ rawBody, headers: json });
  });

  it('of more than a megabyte is that it came, and how large it was', () => {
    const rawBody = Buffer.alloc(largestKept + 1);
    const { body, bytes } = payloadOf({ rawBody, headers: json });
    expect([body, bytes]).toEqual([undefined, 1_000_001]);
    expect(whyMissing(bytes)).toBe(
      'Its body has 1000001 bytes, and none is kept of more than 1000000',
    );
  });

  it('has no type when none was said, and none of its other headers', () => {
    const rawBody = Buffer.from('{}');
    const headers = { authorization: 'Bearer x' };
    const { contentType } = payloadOf({ rawBody, headers });
    expect(contentType).toBeUndefined();
    expect(requestOf(rawBody, contentType).headers).toEqual({});
  });
});

describe('what became of a delivery', () => {
  it('is counted by outcome', () => {
    const receipts = [
      receipt('opened'),
      receipt('opened'),
      receipt('resolved'),
    ];
    expect(outcomesOf(receipts)).toEqual({ opened: 2, resolved: 1 });
    expect(outcomesOf([])).toEqual({});
  });

  it('is nothing when every alert is unchanged, or there is none', () => {
    expect(changesNothing([receipt('unchanged')])).toBe(true);
    expect(changesNothing([])).toBe(true);
    expect(changesNothing([receipt('unchanged'), receipt('placed')])).toBe(
      false,
    );
  });
});
