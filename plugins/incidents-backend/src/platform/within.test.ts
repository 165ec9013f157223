import { within } from './within';

describe('within', () => {
  it('gives the answer that comes in time', async () => {
    await expect(within(Promise.resolve(1), 1_000, 'late')).resolves.toBe(1);
  });

  it('says the sentence when the time is up, and survives a failure that comes later', async () => {
    let fail: (error: Error) => void = () => undefined;
    const slow = new Promise<never>((_, reject) => {
      fail = reject;
    });
    await expect(within(slow, 1, 'it is late')).rejects.toThrow('it is late');
    fail(new Error('too late to matter'));
  });
});
