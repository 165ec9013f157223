import { briefly } from './briefly';

describe('what is kept for a moment', () => {
  const counted = (fails: (n: number) => boolean = () => false) => {
    let n = 0;
    return async () => {
      n += 1;
      if (fails(n)) throw new Error(`no ${n}`);
      return n;
    };
  };

  it('is read once for all who ask meanwhile', async () => {
    const kept = briefly(counted(), 60_000);
    expect(await Promise.all([kept.get(), kept.get()])).toEqual([1, 1]);
    expect(await kept.get()).toBe(1);
  });

  it('is read again once it was changed here, or its time is up', async () => {
    const kept = briefly(counted(), 60_000);
    await kept.get();
    kept.forget();
    expect(await kept.get()).toBe(2);
    const never = briefly(counted(), 0);
    await never.get();
    expect(await never.get()).toBe(2);
  });

  it('is asked for again when it could not be read', async () => {
    const kept = briefly(
      counted(n => n === 1),
      60_000,
    );
    await expect(kept.get()).rejects.toThrow('no 1');
    expect(await kept.get()).toBe(2);
  });
});
