import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { genericMapped } from './generic-mapped';

describeAlertSource(genericMapped);

function signalsOf(mapping: object, body: unknown) {
  const source = genericMapped.configure!({ mapping });
  return source.toSignals(source.payload.parse(body));
}

function refusalOf(mapping: object, body: unknown) {
  const parsed = genericMapped.configure!({ mapping }).payload.safeParse(body);
  return parsed.error?.issues.map(issue => issue.message).join('; ');
}

describe('an alert by a mapping', () => {
  it('carries over everything that the mapping finds', () => {
    const source = genericMapped;
    const payload = source.payload.parse(source.samples.firing.payload);
    expect(source.toSignals(payload)).toEqual([
      {
        fingerprint: 'osaka-1/queue-depth',
        status: 'firing',
        title: 'Queue depth on osaka-1',
        description: '1 843 messages wait',
        severity: 'major',
        entityRef: undefined,
        labels: {
          service: 'invoice-worker',
          host: 'osaka-1',
          check: 'Queue depth',
        },
        links: [
          {
            title: 'Runbook',
            type: 'runbook',
            url: 'https://runbooks.example.com/invoices/queue-depth',
          },
          {
            title: 'Check',
            type: 'alert',
            url: 'https://probe.example.com/checks/queue-depth',
          },
        ],
        startedAt: new Date(1795143491_000),
        resolvedAt: undefined,
      },
    ]);
    const request = { rawBody: Buffer.from(''), headers: {} };
    expect(source.deliveryKey!(payload, request)).toBe('d-1');
  });

  it.each([
    ['an object', { name: 'x' }, 1],
    ['a list', [{ name: 'x' }, { name: 'y' }], 2],
  ])('may come as %s', (_, body, count) => {
    expect(signalsOf({ title: 'name' }, body)).toHaveLength(count);
  });

  it.each([
    ['1795143491', new Date(1795143491_000)],
    [1795143491123, new Date(1795143491_123)],
    ['2026-11-20T03:00:00Z', new Date('2026-11-20T03:00:00Z')],
    ['2026-11-20 03:00', undefined],
    [0, undefined],
    [{}, undefined],
  ])('that began at %j', (at, startedAt) => {
    const mapping = { title: "'x'", startedAt: 'at' };
    expect(signalsOf(mapping, { at })[0].startedAt).toEqual(startedAt);
  });

  it('has links with and without titles', () => {
    const mapping = { title: "'x'", links: '[a, b, c]' };
    const body = {
      a: 'https://example.com/a',
      b: { url: 'https://example.com/b', type: 'wiki', title: 5 },
      c: 7,
    };
    expect(signalsOf(mapping, body)[0].links).toEqual([
      { title: 'example.com', type: 'other', url: 'https://example.com/a' },
      { title: '5', type: 'other', url: 'https://example.com/b' },
    ]);
  });

  it('does without a field whose expression fails', () => {
    const mapping = { title: "'x'", description: "join(' ', [a, b])" };
    expect(signalsOf(mapping, { a: 'only' })[0].description).toBeUndefined();
  });
});

describe('a delivery that a mapping does not fit', () => {
  it.each([
    [{ title: 'name' }, {}, 'title must be a text that says what is wrong'],
    [{ title: 'a', status: 'b' }, { a: 'x', b: 'bad' }, 'status must be'],
    [
      { title: "join(' ', [a, b])" },
      { a: 'x' },
      'mapping.title cannot be evaluated: Invalid type',
    ],
    [{ title: 'a', alerts: 'list' }, {}, 'alerts must be a list'],
    [{ title: 'a', alerts: 'list' }, { list: 'x' }, 'alerts must be a list'],
    [
      { title: 'a', alerts: 'list' },
      { list: Array(10_001).fill({}) },
      'but is a list of 10001',
    ],
    [{ title: 'a' }, 'x', 'the body must be an object or a list'],
  ])('%# is refused with the reason', (mapping, body, reason) => {
    expect(refusalOf(mapping, body)).toContain(reason);
  });

  it.each([
    [
      'looks through everything for each part',
      { title: "'x'", description: 'list[].{all: $.list[].n} | to_string(@)' },
    ],
    [
      'doubles a list again and again',
      { title: "'x'", description: Array(60).fill('[@, @][]').join(' | ') },
    ],
    [
      'doubles a text again and again',
      {
        title: "'x'",
        description: `list[0].t | ${Array(40)
          .fill("join('', [@, @])")
          .join(' | ')}`,
      },
    ],
  ])('is refused when an expression %s', (_, mapping) => {
    const list = Array.from({ length: 5_000 }, (__, n) => ({ n, t: 'text' }));
    expect(refusalOf(mapping, { list })).toContain('it takes too many steps');
  });
});

describe('the config of a mapping', () => {
  it.each([
    [undefined, 'mapping must say at least where the title of an alert is'],
    [{ status: 'x' }, 'mapping must say at least'],
    [{ title: 'a', titel: 'b' }, 'mapping.titel is no field of an alert'],
    [{ title: 'a..b' }, 'mapping.title is not a JMESPath expression'],
    [{ title: 'b[?nothing(a)]' }, 'uses an unknown function nothing()'],
    [{ title: 5 }, 'mapping.title must be a JMESPath expression'],
    [{ title: 'a'.repeat(1_001) }, 'of at most 1000 characters'],
    [{ title: 'let $x = a in $x' }, 'mapping.title must do without let'],
  ])('%.80j is refused: %s', (mapping, reason) => {
    expect(() => genericMapped.configure!({ mapping })).toThrow(reason);
  });

  it('may use all functions', () => {
    const mapping = { title: 'b[?contains(a, to_string(@))] | [0]' };
    expect(() => genericMapped.configure!({ mapping })).not.toThrow();
  });
});
