import { createGroupCommit } from './groupCommit';

type Item = { name: string; weight?: number; about?: string[] };

/** A database that answers when it is told to. */
function slowDatabase(
  fails: (names: string[]) => Error | undefined = () => undefined,
  atOnce?: number,
) {
  const commits: string[][] = [];
  const gates: Array<() => void> = [];
  const group = createGroupCommit<Item, string>({
    async commit(items) {
      const names = items.map(({ name }) => name);
      commits.push(names);
      await new Promise<void>(resolve => gates.push(resolve));
      const error = fails(names);
      if (error) throw error;
      return names.map(name => `${name} is kept`);
    },
    weigh: ({ weight = 1 }) => weight,
    maxBatch: 10,
    maxWaiting: 20,
    atOnce,
    keysOf: ({ about = [] }) => about,
  });
  const turn = () => new Promise(resolve => setImmediate(resolve));
  return {
    commits,
    submit: (name: string, weight?: number) => group.submit({ name, weight }),
    tell: (name: string, ...about: string[]) => group.submit({ name, about }),
    /** Lets each commit that begins meanwhile come to its end. */
    async settle(times = 1) {
      for (let i = 0; i < times; i++) {
        await turn();
        gates.shift()?.();
        await turn();
      }
    },
  };
}

describe('deliveries that come together', () => {
  it('are committed together, and each gets its own answer', async () => {
    const database = slowDatabase();
    const answers = Promise.all(['a', 'b', 'c'].map(n => database.submit(n)));
    await database.settle();
    expect(await answers).toEqual(['a is kept', 'b is kept', 'c is kept']);
    expect(database.commits).toEqual([['a', 'b', 'c']]);
  });

  it('wait for the commit under way, and share the next', async () => {
    const database = slowDatabase();
    const first = database.submit('a');
    await new Promise(resolve => setImmediate(resolve));
    const later = Promise.all([database.submit('b'), database.submit('c')]);
    await database.settle(3);
    await first;
    await later;
    expect(database.commits).toEqual([['a'], ['b', 'c']]);
  });

  it('share a commit up to its weight, in the order in which they came', async () => {
    const database = slowDatabase();
    const weights = [4, 4, 4, 1, 1];
    const answers = Promise.all(
      weights.map((weight, i) => database.submit(`${i}`, weight)),
    );
    await database.settle(3);
    await answers;
    expect(database.commits).toEqual([
      ['0', '1'],
      ['2', '3', '4'],
    ]);
  });

  it('are committed even if a single one is heavier than a commit', async () => {
    const database = slowDatabase();
    const answers = Promise.all([
      database.submit('heavy', 15),
      database.submit('light'),
    ]);
    await database.settle(2);
    await answers;
    expect(database.commits).toEqual([['heavy'], ['light']]);
  });

  it('are served again after a quiet time', async () => {
    const database = slowDatabase();
    const first = database.submit('a');
    await database.settle();
    await first;
    const second = database.submit('b');
    await database.settle();
    expect(await second).toBe('b is kept');
  });
});

describe('a delivery that cannot be written', () => {
  const poison = (names: string[]) =>
    names.includes('poison') ? new Error('value too long') : undefined;

  it('fails alone: its neighbours are kept, each by a commit of its own', async () => {
    const database = slowDatabase(poison);
    const answers = Promise.allSettled(
      ['a', 'poison', 'c'].map(name => database.submit(name)),
    );
    await database.settle(4);
    expect(await answers).toEqual([
      { status: 'fulfilled', value: 'a is kept' },
      { status: 'rejected', reason: new Error('value too long') },
      { status: 'fulfilled', value: 'c is kept' },
    ]);
    expect(database.commits).toEqual([
      ['a', 'poison', 'c'],
      ['a'],
      ['poison'],
      ['c'],
    ]);
  });

  it('does not stop those that come after it', async () => {
    const database = slowDatabase(poison);
    const bad = database.submit('poison').catch(String);
    await database.settle();
    const good = database.submit('a');
    await database.settle();
    expect([await bad, await good]).toEqual([
      'Error: value too long',
      'a is kept',
    ]);
  });

  it('is not tried one by one when the database is away', async () => {
    const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const database = slowDatabase(() => away);
    const answers = Promise.allSettled([
      database.submit('a'),
      database.submit('b'),
    ]);
    await database.settle();
    expect((await answers).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(database.commits).toHaveLength(1);
  });
});

describe('more than can wait', () => {
  it('is refused at once, and taken again when there is room', async () => {
    const database = slowDatabase();
    const held = [10, 10, 10].map((w, i) => database.submit(`${i}`, w));
    await expect(database.submit('more')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        'Too many alerts wait for the database; send this delivery again',
    });
    await database.settle(4);
    await Promise.all(held);
    const again = database.submit('more');
    await database.settle();
    expect(await again).toBe('more is kept');
  });
});

describe('two commits at once', () => {
  const whenThereAre = async (commits: string[][], count: number) => {
    while (commits.length < count) {
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  };

  it('begin one after the other, so that the second is worth it', async () => {
    const database = slowDatabase(undefined, 2);
    const first = database.submit('a');
    await whenThereAre(database.commits, 1);
    const second = Promise.all(['b', 'c'].map(n => database.submit(n)));
    expect(database.commits).toEqual([['a']]);
    await whenThereAre(database.commits, 2);
    expect(database.commits).toEqual([['a'], ['b', 'c']]);
    await database.settle(2);
    expect([await first, await second]).toEqual([
      'a is kept',
      ['b is kept', 'c is kept'],
    ]);
  });

  it('are not three: what comes meanwhile shares the next', async () => {
    const database = slowDatabase(undefined, 2);
    const answers = [database.submit('a')];
    await whenThereAre(database.commits, 1);
    answers.push(database.submit('b'));
    await whenThereAre(database.commits, 2);
    answers.push(database.submit('c'));
    await new Promise(resolve => setTimeout(resolve, 20));
    answers.push(database.submit('d'));
    expect(database.commits).toEqual([['a'], ['b']]);
    await database.settle();
    await whenThereAre(database.commits, 3);
    expect(database.commits).toEqual([['a'], ['b'], ['c', 'd']]);
    await database.settle(2);
    expect(await Promise.all(answers)).toHaveLength(4);
  });

  it('are never about the same: who is waits for the first, and lets nobody overtake', async () => {
    const database = slowDatabase(undefined, 2);
    const answers = [database.tell('fires', 'disk', 'load')];
    await whenThereAre(database.commits, 1);
    answers.push(
      database.tell('another', 'memory'),
      database.tell('resolves', 'load'),
      database.tell('a third', 'swap'),
    );
    await whenThereAre(database.commits, 2);
    await new Promise(resolve => setTimeout(resolve, 80));
    expect(database.commits).toEqual([['fires'], ['another']]);
    await database.settle();
    await whenThereAre(database.commits, 3);
    expect(database.commits[2]).toEqual(['resolves', 'a third']);
    await database.settle(2);
    expect(await Promise.all(answers)).toHaveLength(4);
  });
});
