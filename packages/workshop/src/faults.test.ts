import { seededRandom } from 'backstage-plugin-incidents-node/testing';
import {
  alertCount,
  deliver,
  entityCount,
  expectExactly,
  planPosts,
  postAll,
} from './loneBackend/manyPosts';
import { services } from './loneBackend/services';
import {
  startLoneBackend,
  type LoneBackend,
} from './loneBackend/startLoneBackend';
import { startPostgres, type RunningPostgres } from './postgres';

jest.setTimeout(300_000);

describe('two backends whose database goes away', () => {
  let postgres: RunningPostgres;
  let replicas: LoneBackend[] = [];
  let dead: LoneBackend | undefined;
  const living = () => replicas.filter(replica => replica !== dead);

  beforeAll(async () => {
    // As in production: what was answered with a 2xx must survive, so it must have reached the disk.
    postgres = await startPostgres({ durable: true });
    const { host, port, user, password } = postgres;
    const options = {
      database: { client: 'pg', connection: { host, port, user, password } },
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
  afterAll(async () => {
    await Promise.all(living().map(replica => replica.stop()));
    await postgres.stop();
  });

  it('refuse alerts with a 503 meanwhile, lose and double none, although one of them is killed too', async () => {
    const random = seededRandom(3);
    const { posts, expected } = planPosts(random);
    let answered = 0;
    let away: Promise<void> | undefined;
    let refusal: Promise<Response> | undefined;
    await postAll(posts, async body => {
      await deliver(living, random, body);
      answered += 1;
      if (answered === 300) {
        away = postgres.restart(20_000);
        refusal = fetch(
          `${replicas[0].url}/api/incidents/webhooks/prometheus`,
          {
            method: 'POST',
            headers: { Authorization: 'Bearer token-of-prometheus' },
            body: posts[0],
          },
        );
      }
      if (answered === 700) {
        dead = replicas[1];
        await dead.kill();
      }
    });
    await away;
    expect(answered).toBe(alertCount);
    const { status, headers } = await refusal!;
    // The very first may still have been in time.
    expect([202, 503]).toContain(status);
    expect(headers.get('retry-after')).toBe(status === 503 ? '5' : null);
    await expectExactly(replicas[0], expected);
  });
});
