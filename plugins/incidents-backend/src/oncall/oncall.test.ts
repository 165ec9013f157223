import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { onCallAnswerSchema } from 'backstage-plugin-incidents-common/schemas';
import type { OnCallProvider } from 'backstage-plugin-incidents-node';
import type { Catalog } from '../platform/catalog';
import { indexCatalog } from '../platform/catalogIndex';
import { createOnCall } from './index';
import { usualOnCallSettings } from './settings';

const now = new Date('2026-11-23T03:00:00Z');

type Relations = Record<string, string[]>;

function entity(
  ref: string,
  relations: Relations = {},
  annotations: Record<string, string> = {},
): Entity {
  const [kind, name] = ref.split(':');
  const displayName = name.toUpperCase();
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec: { profile: { displayName, email: `${name}@example.test` } },
    relations: Object.entries(relations).flatMap(([type, names]) =>
      names.map(other => ({
        type,
        targetRef: other.replace(':', ':default/'),
      })),
    ),
  };
}

/** They answer without schedules of the portal. */
const withoutSchedules = {
  ...{ database: {} as never, timeline: {} as never, notices: {} as never },
  ...{ newId: () => 'id', newSecret: () => 'secret' },
  ...{ settings: usualOnCallSettings, fetchText: async () => '' },
};

function onCall(entities: Entity[], ...providers: OnCallProvider[]) {
  const index = async () => indexCatalog(entities, now);
  return createOnCall({
    ...withoutSchedules,
    catalog: { index, latest: index },
    providers,
    clock: { now: () => now },
    logger: mockServices.logger.mock(),
  });
}

const asked: unknown[] = [];

const rota: OnCallProvider = {
  id: 'rota',
  title: 'Rota',
  async shifts(request) {
    asked.push(request);
    if (request.target === 'broken') throw new Error('401 from the rota.');
    const person = { ref: 'user:default/zoe', displayName: 'Zoe' };
    const shift = { level: 1, levelName: 'Primary', person, from: now };
    return {
      subject: `schedule ${request.target}`,
      shifts: request.target === 'empty' ? [] : [shift],
      because:
        request.target === 'empty'
          ? 'The schedule is empty.'
          : 'Zoe has the shift.',
    };
  },
};

beforeEach(() => asked.splice(0));

const team = [
  entity('group:team', { hasMember: ['user:ada', 'user:bo'] }),
  entity('user:ada'),
  entity('user:bo'),
];
const owned = (annotations = {}) =>
  entity(
    'component:shop',
    { ownedBy: ['group:team'], partOf: ['system:store'] },
    annotations,
  );

/** The names of the first level, the lead marked. */
async function calls(entities: Entity[], ref = 'component:default/shop') {
  const answer = await onCall(entities, rota).answerFor(ref);
  expect(onCallAnswerSchema.parse(answer)).toEqual(answer);
  const [{ people, gap }] = answer.levels;
  const names = people.map(p => `${p.displayName}${p.role ? '*' : ''}`);
  return { ...answer, names: names.join(' '), gap };
}

describe('the owner group', () => {
  it('answers with its members, without end, when nothing else is named', async () => {
    const answer = await onCall([owned(), ...team]).answerFor(
      'component:default/shop',
    );
    expect(answer).toEqual({
      provider: 'owner-group',
      providerTitle: 'Owner group',
      subject: 'group:default/team',
      at: '2026-11-23T03:00:00.000Z',
      levels: [
        {
          level: 1,
          name: 'Owner',
          result: 'somebody',
          people: [
            {
              ref: 'user:default/ada',
              displayName: 'ADA',
              email: 'ada@example.test',
            },
            {
              ref: 'user:default/bo',
              displayName: 'BO',
              email: 'bo@example.test',
            },
          ],
        },
      ],
      because:
        'Nothing names an on-call provider for it. The members of its owner TEAM answer.',
    });
  });

  it.each(['user:default/bo', 'bo'])(
    'has its lead first, named by %s',
    async lead => {
      const group = entity(
        'group:team',
        { hasMember: ['user:ada', 'user:bo'] },
        { 'incidents/lead': lead },
      );
      const answer = await calls([owned(), group, ...team.slice(1)]);
      expect(answer.names).toBe('BO* ADA');
      expect(answer.because).toMatch(/, the lead first\.$/);
    },
  );

  it.each(['user:default/gone', 'not a ref:::'])(
    'does without the lead %s',
    async lead => {
      const group = entity(
        'group:team',
        { hasMember: ['user:ada'] },
        { 'incidents/lead': lead },
      );
      expect((await calls([owned(), group, ...team.slice(1)])).names).toBe(
        'ADA',
      );
    },
  );

  it('answers for a group and a user themselves', async () => {
    expect((await calls(team, 'group:default/team')).names).toBe('ADA BO');
    const ada = await calls(team, 'user:default/ada');
    expect(ada.names).toBe('ADA');
    expect(ada.because).toMatch(/ADA owns it\.$/);
  });

  it('asks the nearest child groups that have members when it has none', async () => {
    const entities = [
      owned(),
      entity('group:team', { parentOf: ['group:a', 'group:b'] }),
      entity('group:a', { parentOf: ['group:team', 'group:c'] }),
      entity('group:b', { hasMember: ['user:bo'] }),
      entity('group:c', { hasMember: ['user:ada'] }),
      ...team.slice(1),
    ];
    const answer = await calls(entities);
    expect(answer.names).toBe('BO');
    expect(answer.because).toMatch('TEAM has no members itself');
  });

  it.each<[string, Entity[], string]>([
    [
      'an entity without owner',
      [entity('component:shop')],
      'component:default/shop has no owner in the catalog.',
    ],
    [
      'an owner that the catalog does not have',
      [owned()],
      'Its owner group:default/team is not in the catalog.',
    ],
    [
      'a group in which nobody is',
      [
        owned(),
        entity('group:team', { parentOf: ['group:a'] }),
        entity('group:a', { parentOf: ['group:team'] }),
      ],
      'Its owner TEAM has no members, and its child groups have none either.',
    ],
  ])('is a named gap for %s', async (_, entities, gap) => {
    const answer = await calls(entities);
    expect(answer.names).toBe('');
    expect(answer.gap).toBe(gap);
  });

  it('lists fifty people at most, and says so', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `user:u${i}`);
    const answer = await calls([
      owned(),
      entity('group:team', { hasMember: many }),
      ...many.map(ref => entity(ref)),
    ]);
    expect(answer.levels[0].people).toHaveLength(50);
    expect(answer.because).toMatch('Only the first 50 of 60 are listed.');
  });
});

describe('a provider', () => {
  const annotated = (words: string) => ({ 'incidents/on-call': words });

  it('is asked for two weeks, with what the annotation names', async () => {
    const answer = await calls([owned(annotated('rota:night')), ...team]);
    expect(answer).toMatchObject({
      provider: 'rota',
      subject: 'schedule night',
      because: 'component:default/shop names rota:night. Zoe has the shift.',
    });
    expect(asked).toEqual([
      {
        entityRef: 'component:default/shop',
        ownerRef: 'group:default/team',
        target: 'night',
        from: now,
        to: new Date('2026-12-07T03:00:00Z'),
      },
    ]);
  });

  it.each<[string, Entity[]]>([
    ['system', [owned(), entity('system:store', {}, annotated('rota:s'))]],
    [
      'domain',
      [
        owned(),
        entity('system:store', { partOf: ['domain:sales'] }),
        entity('domain:sales', {}, annotated('rota:s')),
      ],
    ],
    ['owner', [owned(), entity('group:team', {}, annotated('rota:s'))]],
  ])('may be named by the %s', async (_, entities) => {
    expect((await calls(entities)).subject).toBe('schedule s');
  });

  it('may be the owner group of somebody else', async () => {
    const other = entity('group:sre', { hasMember: ['user:bo'] });
    const entities = [owned(annotated('owner-group:sre')), other, ...team];
    expect((await calls(entities)).names).toBe('BO');
  });

  it('that is not installed is named, and the owner group answers', async () => {
    const answer = await calls([owned(annotated('opsgenie:x')), ...team]);
    expect(answer.names).toBe('ADA BO');
    expect(answer.because).toBe(
      'The on-call provider "opsgenie" that component:default/shop names is not installed. The members of its owner TEAM answer.',
    );
  });

  it('that fails is named, and the owner group answers', async () => {
    const answer = await calls([owned(annotated('rota:broken')), ...team]);
    expect(answer.provider).toBe('owner-group');
    expect(answer.because).toBe(
      'component:default/shop names rota:broken. Rota failed: 401 from the rota. The members of its owner TEAM answer.',
    );
  });

  it('that never answers is given up', async () => {
    jest.useFakeTimers();
    const silent = {
      ...rota,
      id: 'silent',
      shifts: () => new Promise<never>(() => {}),
    };
    const answer = onCall(
      [owned(annotated('silent')), ...team],
      silent,
    ).answerFor('component:default/shop');
    await jest.advanceTimersByTimeAsync(4_000);
    expect((await answer).because).toMatch(
      'Rota failed: it did not answer within 4 seconds.',
    );
    jest.useRealTimers();
  });

  it('that knows nobody is a named gap, not the owner group', async () => {
    const answer = await calls([owned(annotated('rota:empty')), ...team]);
    expect(answer.provider).toBe('rota');
    expect(answer.gap).toBe('The schedule is empty.');
  });

  it('may not take an id that is taken', () => {
    expect(() => onCall([], { ...rota, id: 'owner-group' })).toThrow(
      'Two on-call providers have the id "owner-group".',
    );
  });
});

describe('somebody who cannot be paged', () => {
  const named = { 'incidents/on-call': 'rota:night' };
  const mute = (ref: string) => {
    const { spec, ...rest } = entity(ref);
    return { ...rest, spec: { profile: { displayName: 'MUTE' } } };
  };
  const answerOf = async (entities: Entity[], provider = rota) =>
    (await onCall(entities, provider).answerFor('component:default/shop'))
      .levels[0];

  it('is named, while others can', async () => {
    const level = await answerOf([owned(), team[0], team[1], mute('user:bo')]);
    expect(level.result).toBe('somebody');
    expect(level.unreachable).toMatchObject([
      {
        person: { ref: 'user:default/bo' },
        because: 'MUTE has no e-mail address in the catalog.',
      },
    ]);
  });

  it('makes a level unreachable when nobody else is on it', async () => {
    const level = await answerOf([owned(named), ...team]);
    expect(level).toMatchObject({
      result: 'unreachable',
      people: [{ ref: 'user:default/zoe' }],
      unreachable: [{ because: 'user:default/zoe is not in the catalog.' }],
    });
  });

  it('is not who comes with an address of the provider', async () => {
    const person = {
      ...{ ref: 'user:default/zoe', displayName: 'Zoe' },
      email: 'zoe@rota.example',
    };
    const shifts = [{ level: 1, levelName: 'Primary', person, from: now }];
    const level = await answerOf([owned(named), ...team], {
      ...rota,
      shifts: async () => ({
        subject: 'night',
        shifts,
        because: 'It is hers.',
      }),
    });
    expect(level.result).toBe('somebody');
    expect(level.unreachable).toBeUndefined();
  });
});

describe('when nothing can be said', () => {
  it('says that the catalog has no such entity', async () => {
    await expect(
      onCall(team).answerFor('component:default/shop'),
    ).rejects.toThrow(
      'Who is on call for component:default/shop is not known: the catalog has no such entity.',
    );
  });

  it('finds what was added to the catalog a moment ago', async () => {
    let picture = indexCatalog([], now);
    const catalog: Catalog = {
      index: async () => picture,
      async latest() {
        picture = indexCatalog(team, now);
        return picture;
      },
    };
    const room = createOnCall({
      ...withoutSchedules,
      catalog,
      providers: [],
      clock: { now: () => now },
      logger: mockServices.logger.mock(),
    });
    const answer = await room.answerFor('user:default/ada');
    expect(answer.levels[0].people).toHaveLength(1);
  });

  it('says that the catalog is away', async () => {
    const away = async () => {
      throw new Error('the catalog did not answer');
    };
    const room = createOnCall({
      ...withoutSchedules,
      catalog: { index: away, latest: away },
      providers: [],
      clock: { now: () => now },
      logger: mockServices.logger.mock(),
    });
    await expect(room.answerFor('user:default/ada')).rejects.toThrow(
      'Who is on call for user:default/ada is not known: the catalog did not answer.',
    );
  });
});
