import { tryAgain } from './tryAgain';

/** Fails so many times. */
function failing(times: number) {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries <= times) throw new Error(`try ${tries}`);
    return tries;
  };
}

describe('something that fails for now', () => {
  it('is done again until it succeeds, and says so once', async () => {
    const onFirstFailure = jest.fn();
    const options = { patience: 60_000, onFirstFailure };
    expect(await tryAgain(failing(2), options)).toBe(3);
    expect(onFirstFailure.mock.calls).toEqual([[new Error('try 1')]]);
  });

  it('is given up with its error when there is no patience', async () => {
    const onFirstFailure = jest.fn();
    await expect(
      tryAgain(failing(1), { patience: 0, onFirstFailure }),
    ).rejects.toThrow('try 1');
    expect(onFirstFailure).not.toHaveBeenCalled();
  });

  it('is tried once more when the patience ends, and given up then', async () => {
    const endless = failing(Infinity);
    await expect(tryAgain(endless, { patience: 20 })).rejects.toThrow(
      /^try [2-9]/,
    );
  });
});
