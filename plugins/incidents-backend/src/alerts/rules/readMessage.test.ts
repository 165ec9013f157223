import { readMessage } from './readMessage';

const read = (eventPayload: unknown, metadata?: {}) =>
  readMessage({ topic: 'alerts', eventPayload, metadata });
const bodyOf = (eventPayload: unknown) => {
  const { rawBody, isAsSigned } = read(eventPayload);
  return [rawBody.toString('utf8'), isAsSigned];
};

describe('a message of the event bus', () => {
  const bytes = Buffer.from('{"title":"Übung"}');

  it.each([
    ['an object', { title: 'x' }, '{"title":"x"}', false],
    ['a list', [{ title: 'x' }], '[{"title":"x"}]', false],
    ['a text, byte for byte', '{ "title": "x" }', '{ "title": "x" }', true],
    ['bytes', bytes, '{"title":"Übung"}', true],
    ['a part of other bytes', bytes.subarray(1, 8), '"title"', true],
    ['base64, which is not guessed', 'eyJ9', 'eyJ9', true],
  ])('may be %s', (_, payload, body, isAsSigned) => {
    expect(bodyOf(payload)).toEqual([body, isAsSigned]);
  });

  const endless: Record<string, unknown> = {};
  endless.self = endless;

  it.each([
    [null, /JSON; it is null$/],
    [undefined, /it is of the type undefined$/],
    [7, /it is of the type number$/],
    [true, /it is of the type boolean$/],
    [{ n: 7n }, /^The payload of the message is not JSON: .+BigInt/],
    [endless, /^The payload of the message is not JSON: .+circular/],
  ])('cannot be %p', (payload, sentence) => {
    expect(() => read(payload)).toThrow(sentence);
  });

  it('brings its metadata as headers with lower-case names', () => {
    const metadata = {
      'X-Signature': 'a',
      'Ce-Id': ['b', 'c'],
      none: undefined,
    };
    expect(read({}, metadata).headers).toEqual({
      'x-signature': 'a',
      'ce-id': ['b', 'c'],
      none: undefined,
    });
    expect(read({}).headers).toEqual({});
  });
});
