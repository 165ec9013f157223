import type { Page } from 'backstage-plugin-incidents-common';
import { lookFurther } from './lookFurther';

/** A backend that looks at three numbers at a time, and finds those that pass. */
function among(numbers: number[], passes: (n: number) => boolean) {
  const asked: Array<{ limit: number; cursor?: string }> = [];
  const ask = async (part: { limit: number; cursor?: string }) => {
    asked.push(part);
    const from = Number(part.cursor ?? 0);
    const items = numbers.slice(from, from + 3).filter(passes);
    const shown = items.slice(0, part.limit);
    const next =
      shown.length < items.length
        ? numbers.indexOf(shown.at(-1)!) + 1
        : from + 3;
    return {
      items: shown,
      totalItems: numbers.slice(0, from + 3).filter(passes).length,
      ...(next < numbers.length && {
        nextCursor: String(next),
        totalIsAtLeast: true as const,
      }),
    } satisfies Page<number>;
  };
  return { ask, asked };
}

const numbers = Array.from({ length: 100 }, (_, n) => n);

describe('a page that looks further', () => {
  it('asks once when that is enough', async () => {
    const { ask, asked } = among(numbers, () => true);
    const page = await lookFurther(ask, { limit: 3 });
    expect(page.items).toEqual([0, 1, 2]);
    expect(asked).toEqual([{ limit: 3 }]);
  });

  it('asks on until it is full, for no more than is missing', async () => {
    const { ask, asked } = among(numbers, n => n % 5 === 4);
    const page = await lookFurther(ask, { limit: 3, cursor: '6' });
    expect(page.items).toEqual([9, 14, 19]);
    expect(page.nextCursor).toBe('21');
    expect(asked[0]).toEqual({ limit: 3, cursor: '6' });
    expect(asked.at(-1)!.limit).toBe(1);
  });

  it('ends where there is no more, and then knows how many there are', async () => {
    const { ask } = among(numbers.slice(0, 20), n => n === 17);
    expect(await lookFurther(ask, { limit: 3 })).toEqual({
      ...{ items: [17], totalItems: 1 },
    });
  });

  it('shows after a while what it has, and where to go on', async () => {
    const { ask, asked } = among(numbers, () => false);
    expect(await lookFurther(ask, { limit: 3 })).toEqual({
      ...{ items: [], totalItems: 0, totalIsAtLeast: true },
      nextCursor: '60',
    });
    expect(asked).toHaveLength(20);
  });
});
