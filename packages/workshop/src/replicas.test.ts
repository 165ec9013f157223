import { TestDatabases } from '@backstage/backend-test-utils';
import { seededRandom } from 'backstage-plugin-incidents-node/testing';
import {
  alertCount,
  deliver,
  entityCount,
  expectExactly,
  fingerprintCount,
  notification,
  planPosts,
  postAll,
  readAll,
} from './loneBackend/manyPosts';
import { services } from './loneBackend/services';
import {
  startLoneBackend,
  type LoneBackend,
} from './loneBackend/startLoneBackend';

jest.setTimeout(240_000);

describe('two backends on one PostgreSQL', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let replicas: LoneBackend[] = [];
  let dead: LoneBackend | undefined;
  const living = () => replicas.filter(replica => replica !== dead);

  beforeEach(async () => {
    dead = undefined;
    const knex = await databases.init('POSTGRES_18');
    const { connection } = knex.client.config;
    const options = {
      database: {
        client: 'pg',
        // Knex hides the password from those who copy.
        connection: { ...connection, password: connection.password },
        // One database for all, so that it goes when the test does.
        pluginDivisionMode: 'schema',
      },
      entities: services(entityCount),
      incidents: {
        integrations: [
          {
            id: 'prometheus',
            source: 'alertmanager',
            token: 'token-of-prometheus',
          },
        ],
      },
    };
    // One after the other: the migrations of Backstage's own tables do not wait for each other.
    replicas = [await startLoneBackend(options)];
    replicas.push(await startLoneBackend(options));
  });
  afterEach(async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
  });

  it('make exactly the expected incidents and counts of 1 000 alerts, and take back what resolves', async () => {
    const random = seededRandom(1);
    const { posts, expected } = planPosts(random);
    const statuses = new Set<number>();
    await postAll(posts, async body => {
      statuses.add(await deliver(living, random, body));
    });
    expect([...statuses]).toEqual([202]);
    await expectExactly(replicas[0], expected);

    // All alerts of the first five services, and every third of the others; each told to both.
    const resolves = Array.from({ length: fingerprintCount }, (_, n) => n)
      .filter(n => n % entityCount < 5 || n % 3 === 0)
      .map(n => notification(n, 'resolved', 0));
    await postAll([...resolves, ...resolves], (body, n) =>
      deliver(() => [replicas[n % 2]], random, body),
    );
    await expectExactly(replicas[1], expected);
    const mitigated = await readAll(cursor =>
      replicas[0].api.listIncidents({
        query: { status: ['mitigated'], cursor },
      }),
    );
    expect(mitigated).toHaveLength(5);
  });

  it('make the same when one is killed half-way and its senders try the other', async () => {
    const random = seededRandom(2);
    const { posts, expected } = planPosts(random);
    let answered = 0;
    let killed: Promise<void> | undefined;
    await postAll(posts, async body => {
      await deliver(living, random, body);
      answered += 1;
      if (answered === posts.length / 2) {
        dead = replicas[1];
        killed = dead.kill();
      }
    });
    await killed;
    expect(answered).toBe(alertCount);
    await expectExactly(replicas[0], expected);
  });
});
