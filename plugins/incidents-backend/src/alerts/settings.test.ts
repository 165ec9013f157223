import { mockServices } from '@backstage/backend-test-utils';
import type { AlertSource } from 'backstage-plugin-incidents-node';
import { z } from 'zod';
import { readAlertSettings } from './settings';

const source = (about: Partial<AlertSource>): AlertSource => ({
  ...{ id: 'plain', title: 'Plain', samples: {} },
  payload: z.unknown(),
  toSignals: () => [],
  ...about,
});
const plain = source({});
const signing = source({ id: 'signing', isGenuine: () => true });
const sources = new Map([plain, signing].map(one => [one.id, one]));

const read = (incidents: object) =>
  readAlertSettings(mockServices.rootConfig({ data: { incidents } }), sources);
const readOne = (integration: object) =>
  read({ integrations: [{ id: 'p', source: 'plain', ...integration }] });

const day = 24 * 60 * 60 * 1000;
const flapping = { changes: 6, within: 30 * 60_000, calm: 15 * 60_000 };

describe('integrations in config', () => {
  it('may be none', () => {
    expect(read({})).toEqual({
      integrations: new Map(),
      heartbeats: new Map(),
      nameLabels: ['service', 'app', 'component', 'job'],
      maxBytes: 4 * 1024 * 1024,
      holdFor: 10 * 60 * 1000,
      retention: {
        ...{ deliveries: 30 * day, deadLetters: 90 * day, payloads: 7 * day },
      },
      flapping,
      announceBefore: 15 * 60 * 1000,
      calendars: [],
    });
  });

  it('are read, with all their tokens and secrets', () => {
    const { integrations } = read({
      integrations: [
        {
          id: 'p',
          source: 'plain',
          token: 'a',
          tokens: ['b'],
          entityRef: 'Checkout',
        },
        {
          ...{ id: 's', source: 'signing', secret: 'c' },
          topics: ['alerts.signed'],
        },
      ],
    });
    expect([...integrations.values()]).toEqual([
      {
        ...{ id: 'p', source: plain, tokens: ['b', 'a'], secrets: [] },
        topics: [],
        entityRef: 'component:default/checkout',
        flapping,
      },
      {
        ...{ id: 's', source: signing, tokens: [], secrets: ['c'] },
        topics: ['alerts.signed'],
        entityRef: undefined,
        flapping,
      },
    ]);
  });

  it('say which labels are names, and how large a delivery may be', () => {
    const settings = read({
      routing: { labels: ['svc'] },
      webhooks: { maxBytes: 1000 },
    });
    expect(settings).toMatchObject({ nameLabels: ['svc'], maxBytes: 1000 });
  });

  it.each([
    [
      { source: 'unheard-of', token: 'a' },
      'incidents.integrations[0] (p): there is no source unheard-of; known are plain, signing',
    ],
    [{}, 'incidents.integrations[0] (p): it needs a token, a secret or topics'],
    [
      { secret: 'a' },
      'incidents.integrations[0] (p): plain signs nothing, so give a token and no secret',
    ],
    [
      { id: 'P/1', token: 'a' },
      'incidents.integrations[0] (P/1): id must be lower-case letters, digits, dots and dashes',
    ],
    [{ token: 'a', entityRef: ':::' }, /:::/],
    [{ token: '' }, /token/],
  ])('that are wrong are refused by their line: %j', (integration, message) => {
    expect(() => readOne(integration)).toThrow(message);
  });

  it('have each an id of its own', () => {
    const twice = { id: 'p', source: 'plain', token: 'a' };
    expect(() => read({ integrations: [twice, twice] })).toThrow(
      'incidents.integrations has the id p twice',
    );
  });

  it('may live of their topics alone, each of which leads to one of them', () => {
    const one = { id: 'one', source: 'plain', topics: ['a', 'b'] };
    expect(read({ integrations: [one] }).integrations.get('one')).toMatchObject(
      { tokens: [], secrets: [], topics: ['a', 'b'] },
    );
    const other = { id: 'other', source: 'plain', topics: ['b'] };
    expect(() => read({ integrations: [one, other] })).toThrow(
      'incidents.integrations: the topic b is one of one and of other; a topic may be in one integration only',
    );
    expect(() => readOne({ topics: ['a', 'a'] })).toThrow(
      'incidents.integrations: p has the topic a twice',
    );
  });

  it('say for how long a message is held', () => {
    const { holdFor } = read({ events: { holdFor: { seconds: 30 } } });
    expect(holdFor).toBe(30_000);
  });
});

describe('a source that can be configured', () => {
  const configure = jest.fn((config: Record<string, unknown>) =>
    source({ id: 'mapped', title: String(config.mapping) }),
  );
  const readMapped = (integration: object) =>
    readAlertSettings(
      mockServices.rootConfig({
        data: {
          incidents: {
            integrations: [
              { id: 'm', source: 'mapped', token: 'a', ...integration },
            ],
          },
        },
      }),
      new Map([['mapped', source({ id: 'mapped', configure })]]),
    ).integrations.get('m')!;

  it('is told what its integration says, but no secrets', () => {
    const wanted = { mapping: 'x', topicArns: ['arn'], entityRef: 'checkout' };
    const rest = { secrets: [], tokens: ['b'], topics: ['t'] };
    expect(readMapped({ ...wanted, ...rest })).toMatchObject({
      source: { id: 'mapped', title: 'x' },
      tokens: ['b', 'a'],
    });
    expect(configure).toHaveBeenCalledWith(wanted);
  });

  it('says which line it cannot read', () => {
    configure.mockImplementationOnce(() => {
      throw new Error('mapping must be there');
    });
    expect(() => readMapped({})).toThrow(
      'incidents.integrations[0] (m): mapping must be there',
    );
  });
});
