import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { createCatalog } from './catalog';

const named = (name: string): Entity => ({
  apiVersion: 'v1',
  kind: 'Component',
  metadata: { name },
});

/** A catalog that shows `entities`, or does what `answers` says instead. */
function open() {
  const shown = { entities: [named('a')], reads: 0 };
  let answers: () => Promise<void> = async () => {};
  const logger = mockServices.logger.mock();
  const catalog = createCatalog({
    catalog: {
      getEntities: (async () => {
        shown.reads += 1;
        await answers();
        return { items: shown.entities };
      }) as never,
    },
    auth: mockServices.auth(),
    logger,
    clock: { now: () => new Date(0) },
    ...{ maxAge: 30_000, minAge: 5_000 },
  });
  return {
    ...{ catalog, shown, logger },
    become(next: () => Promise<void>) {
      answers = next;
    },
    has: async (name: string) =>
      (await catalog.index()).get(`component:default/${name}`) !== undefined,
  };
}

const fails = async () => {
  throw new Error('connect ECONNREFUSED');
};
const hangs = () => new Promise<void>(() => {});
const wait = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the picture of the catalog', () => {
  it('is taken once, however many ask', async () => {
    const { catalog, shown } = open();
    const [one, two] = await Promise.all([catalog.index(), catalog.index()]);
    expect(one).toBe(two);
    expect(await catalog.index()).toBe(one);
    expect(shown.reads).toBe(1);
  });

  it('is taken again when it has aged, and nobody waits for that', async () => {
    const { has, shown } = open();
    await has('a');
    shown.entities = [named('b')];
    await wait(30_001);
    expect([await has('a'), await has('b')]).toEqual([true, false]);
    await wait(0);
    expect([await has('a'), await has('b')]).toEqual([false, true]);
    expect(shown.reads).toBe(2);
  });

  it('is kept when the catalog goes away, which is said in the log', async () => {
    const { has, become, logger } = open();
    await has('a');
    become(fails);
    await wait(30_001);
    expect(await has('a')).toBe(true);
    await wait(0);
    expect(await has('a')).toBe(true);
    expect(logger.warn).toHaveBeenCalledWith(
      'The catalog did not answer: Error: connect ECONNREFUSED',
    );
  });

  it('is missing until the catalog has answered once', async () => {
    const { has, become } = open();
    become(fails);
    await expect(has('a')).rejects.toThrow('ECONNREFUSED');
    become(async () => {});
    await wait(1_001);
    expect(await has('a')).toBe(true);
  });

  it('is not asked for by every alert while the catalog is in trouble', async () => {
    const { has, become, shown } = open();
    become(fails);
    for (let i = 0; i < 100; i++) {
      await expect(has('a')).rejects.toThrow();
    }
    expect(shown.reads).toBe(1);
  });

  it('is not waited for without end', async () => {
    const { has, become } = open();
    become(hangs);
    const asked = has('a').catch(String);
    await wait(2_500);
    expect(await asked).toBe('Error: The catalog did not answer');
  });
});

describe('the latest picture, for something that was not found', () => {
  it('shows what was added a moment ago, once in a few seconds', async () => {
    const { catalog, shown } = open();
    const early = await catalog.index();
    await wait(4_000);
    expect(await catalog.latest()).toBe(early);
    await wait(1_001);
    expect(await catalog.latest()).not.toBe(early);
    expect(shown.reads).toBe(2);
  });

  it('is the one that is known while the catalog is away', async () => {
    const { catalog, become } = open();
    const early = await catalog.index();
    await wait(5_001);
    become(fails);
    expect(await catalog.latest()).toBe(early);
  });

  it('fails when there never was one', async () => {
    const { catalog, become } = open();
    become(fails);
    await expect(catalog.latest()).rejects.toThrow('ECONNREFUSED');
  });
});
