import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import type { Place, RawFolder } from './runbookFile';
import { createShelves } from './shelves';

const place: Place = {
  kind: 'url',
  url: 'https://code.example/runbooks',
  holds: 'folder',
};
const otherPlace: Place = { ...place, url: 'https://code.example/other' };

function rawFolder(text: string, etag?: string): RawFolder {
  return {
    files: [{ path: 'a.md', address: 'https://code.example/a.md', text }],
    remarks: [],
    etag,
  };
}

function shelvesOver(read: jest.Mock) {
  let now = Date.parse('2026-11-20T03:00:00Z');
  const shelves = createShelves({
    read,
    clock: { now: () => new Date(now) },
    logger: mockServices.logger.mock(),
  });
  return {
    wait: (seconds: number) => {
      now += seconds * 1_000;
    },
    async open(at = place) {
      const { files, remarks } = await shelves.open(at);
      return [...files.map(file => file.markdown), ...remarks];
    },
  };
}

describe('a shelf', () => {
  it('is read once a minute, however many ask', async () => {
    const read = jest.fn(async () => rawFolder('A'));
    const { open, wait } = shelvesOver(read);
    await Promise.all([open(), open(), open()]);
    wait(60);
    expect(await open()).toEqual(['A']);
    expect(read).toHaveBeenCalledTimes(1);
    wait(1);
    await open();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is read again when the clock was set back', async () => {
    const read = jest.fn(async () => rawFolder('A'));
    const { open, wait } = shelvesOver(read);
    await open();
    wait(-3_600);
    await open();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('asks only for what changed', async () => {
    const read = jest
      .fn()
      .mockResolvedValueOnce(rawFolder('A', 'e1'))
      .mockRejectedValueOnce(new NotModifiedError())
      .mockRejectedValueOnce(new Error('503.'));
    const { open, wait } = shelvesOver(read);
    await open();
    wait(61);
    expect(await open()).toEqual(['A']);
    expect(read).toHaveBeenLastCalledWith(place, 'e1');
    wait(61);
    expect(await open()).toEqual([
      'A',
      '503; what is shown was read 1 minute ago',
    ]);
  });

  it('keeps the last good answer with its age when a read fails, and recovers', async () => {
    const read = jest
      .fn()
      .mockResolvedValueOnce(rawFolder('A'))
      .mockRejectedValueOnce(new Error('503.'))
      .mockRejectedValueOnce(new Error('503.'))
      .mockResolvedValueOnce(rawFolder('B'));
    const { open, wait } = shelvesOver(read);
    await open();
    wait(61);
    await open();
    wait(7_200);
    expect(await open()).toEqual([
      'A',
      '503; what is shown was read 2 hours ago',
    ]);
    wait(61);
    expect(await open()).toEqual(['B']);
  });

  it('that cannot be read does not take others down, and is not asked by every alert', async () => {
    const read = jest.fn(async (at: Place) => {
      if (at === place) throw new Error('no such host');
      return rawFolder('B');
    });
    const { open } = shelvesOver(read);
    expect(await Promise.all([open(), open(otherPlace)])).toEqual([
      ['no such host'],
      ['B'],
    ]);
    await open();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('says that it is empty', async () => {
    const { open } = shelvesOver(
      jest.fn(async () => ({ files: [], remarks: [] })),
    );
    expect(await open()).toEqual(['there is no Markdown file']);
  });

  it('forgets what nobody asked for longest', async () => {
    const read = jest.fn(async () => rawFolder('x'.repeat(20 * 1024 * 1024)));
    const { open } = shelvesOver(read);
    const at = (n: number) => ({ ...place, url: `https://code.example/${n}` });
    for (const n of [1, 2, 3, 1, 4]) await open(at(n));
    expect(read).toHaveBeenCalledTimes(4);
    await open(at(1));
    expect(read).toHaveBeenCalledTimes(4);
    await open(at(2));
    expect(read).toHaveBeenCalledTimes(5);
  });
});

describe('a slow shelf', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function slowly() {
    const ready: Array<(folder: RawFolder) => void> = [];
    const read = jest.fn(
      () => new Promise<RawFolder>(resolve => ready.push(resolve)),
    );
    return { read, ready };
  }

  it('is not waited for longer than five seconds, and serves the next one', async () => {
    const { read, ready } = slowly();
    const { open } = shelvesOver(read);
    const first = open();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await first).toEqual(['it has not answered yet']);
    ready[0](rawFolder('A'));
    expect(await open()).toEqual(['A']);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('shows what it had', async () => {
    const { read, ready } = slowly();
    const { open, wait } = shelvesOver(read);
    const first = open();
    ready[0](rawFolder('A'));
    await first;
    wait(300);
    const second = open();
    await jest.advanceTimersByTimeAsync(1_500);
    expect(await second).toEqual([
      'A',
      'it has not answered yet; what is shown was read 5 minutes ago',
    ]);
  });

  it('that never answers is given up, and tried again later', async () => {
    const { read } = slowly();
    const { open, wait } = shelvesOver(read);
    open();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await open()).toEqual(['it did not answer']);
    wait(61);
    open();
    expect(read).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
  });
});
