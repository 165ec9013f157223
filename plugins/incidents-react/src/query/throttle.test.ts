import { throttle } from './throttle';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('throttle', () => {
  it('runs at once, then at most once a second, and never misses the last call', () => {
    const run = jest.fn();
    const throttled = throttle(run, 1_000);
    throttled();
    expect(run).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 50; i++) throttled();
    expect(run).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_000);
    expect(run).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(5_000);
    expect(run).toHaveBeenCalledTimes(2);
    throttled();
    expect(run).toHaveBeenCalledTimes(3);
  });
});
