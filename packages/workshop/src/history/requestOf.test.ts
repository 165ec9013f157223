import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { RecordedEvent } from './recording';
import { requestOf } from './requestOf';
import { tokensOf } from './tokensOf';

const aiko = 'user:default/aiko';
const tokenOf = tokensOf(
  new ConfigReader({
    incidents: {
      integrations: [
        { id: 'prometheus', token: 'one' },
        { id: 'synthetics', tokens: ['newer', 'older'] },
        { id: 'signed', secret: 'secret' },
      ],
    },
  }),
);
const request = (event: RecordedEvent) =>
  requestOf(event, {
    end: new Date('2026-11-20T07:00:00Z'),
    keyOf: tag => `INC-${tag.length}`,
    tokenOf,
  });

describe('requestOf', () => {
  it.each([
    ['prometheus', 'one'],
    ['synthetics', 'newer'],
  ])('shows the token of %s', (integration, token) => {
    const body = { startedAt: { $t: -60 } };

    expect(request({ t: -1, as: 'generic', integration, body })).toEqual({
      path: `/webhooks/${integration}`,
      authorization: `Bearer ${token}`,
      body: { startedAt: '2026-11-20T06:59:00.000Z' },
    });
  });

  it.each(['signed', 'unknown'])('says that %s has no token', integration => {
    expect(() =>
      request({ t: -1, as: 'generic', integration, body: {} }),
    ).toThrow(`incidents.integrations has no ${integration} with a token`);
  });

  it('lets a person act on the incident that is meant', () => {
    const act = { incidentOf: 'ab', action: 'mitigate', note: 'Back' } as const;

    expect(request({ t: -1, as: aiko, act })).toEqual({
      path: '/incidents/INC-2/actions',
      authorization: mockCredentials.user.header(aiko),
      body: { action: 'mitigate', note: 'Back' },
    });
  });

  it('lets a person write a note', () => {
    const note = { incidentOf: 'abc', text: 'Looking' };

    expect(request({ t: -1, as: aiko, note })).toMatchObject({
      path: '/incidents/INC-3/notes',
      body: { text: 'Looking' },
    });
  });

  it('lets a person declare, and keeps the tag to itself', () => {
    const declared = {
      title: 'Cards are declined',
      entityRefs: ['component:default/checkout'],
      detectionSource: 'customer',
    } as const;
    const declare = { tag: 'D1', ...declared };

    expect(
      request({
        t: -1,
        as: aiko,
        declare: { ...declare, entityRefs: [...declare.entityRefs] },
      }),
    ).toMatchObject({
      path: '/incidents',
      body: declared,
    });
  });
});
