import { mockServices } from '@backstage/backend-test-utils';
import { createBell } from './bell';

const open = () => createBell({ logger: mockServices.logger.mock() });
const untilIdle = async () => {
  for (let i = 0; i < 5; i++) await new Promise(done => setImmediate(done));
};

describe('a bell', () => {
  it('rings for nobody without harm', async () => {
    const bell = open();
    bell.ring();
    await untilIdle();
    expect(await bell.fallSilent()).toBeUndefined();
  });

  it('brings somebody once, however often it rings at a time', async () => {
    const bell = open();
    let came = 0;
    bell.heardBy(async () => void (came += 1));
    bell.ring();
    bell.ring();
    expect(came).toBe(0);
    await untilIdle();
    expect(came).toBe(1);
  });

  it('brings them again for what rang while they were at it, and after a failure', async () => {
    const bell = open();
    let came = 0;
    bell.heardBy(async () => {
      came += 1;
      if (came === 1) bell.ring();
      throw new Error('no connection');
    });
    bell.ring();
    await untilIdle();
    expect(came).toBe(2);
    bell.ring();
    await untilIdle();
    expect(came).toBe(3);
  });

  it('that falls silent waits for whoever is there, and brings nobody else', async () => {
    const bell = open();
    const done: string[] = [];
    let finish = () => {};
    bell.heardBy(async () => {
      await new Promise<void>(gone => {
        finish = gone;
      });
      done.push('work');
    });
    bell.ring();
    await untilIdle();
    const silent = bell.fallSilent().then(() => done.push('silence'));
    bell.ring();
    finish();
    await silent;
    await untilIdle();
    expect(done).toEqual(['work', 'silence']);
  });
});
