import type { Shift } from 'backstage-plugin-incidents-node';
import { holding, type Span } from './schedule/span';

/** A stretch of time in which nothing changes; without `to`, for ever. */
export type Stretch = { from: Date; to?: Date };

/** A window of time; `to` is not part of it. */
export type Window = { from: Date; to: Date };

/** A shift without end goes on for ever. */
export function spanOf({ from, to }: Stretch): Span {
  return {
    from: from.getTime(),
    to: to?.getTime() ?? Number.POSITIVE_INFINITY,
  };
}

export function stretchOf({ from, to }: Span): Stretch {
  return {
    from: new Date(from),
    ...(Number.isFinite(to) && { to: new Date(to) }),
  };
}

/** From change to change: which shifts run in between, in the order given. */
export function walkShifts(
  shifts: Shift[],
): Array<Stretch & { shifts: Shift[] }> {
  const spans = shifts.map(shift => ({ ...spanOf(shift), shift }));
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort(
    (a, b) => a - b,
  );
  const runAt = holding(spans);
  return edges.slice(0, -1).map((from, i) => ({
    ...stretchOf({ from, to: edges[i + 1] }),
    shifts: runAt(from).map(({ shift }) => shift),
  }));
}

/** Stretches that follow each other and are about the same are one. */
export function joined<T extends Stretch>(
  stretches: T[],
  about: (stretch: T) => string,
): T[] {
  const found: T[] = [];
  for (const stretch of stretches) {
    const before = found.at(-1);
    const goesOn =
      before?.to?.getTime() === stretch.from.getTime() &&
      about(before) === about(stretch);
    if (!goesOn) {
      found.push(stretch);
      continue;
    }
    const { to, ...rest } = before;
    found[found.length - 1] = {
      ...rest,
      ...(stretch.to && { to: stretch.to }),
    } as T;
  }
  return found;
}
