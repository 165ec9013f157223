import type { FortnightBar } from './describeFortnight';

/** Puts what is at the same time below each other; who only comes along is below those who are called. */
export function intoLanes(bars: FortnightBar[]): {
  lanes: number;
  laid: FortnightBar[];
} {
  const ends: number[] = [];
  const isShadow = (bar: FortnightBar) => bar.marks.includes('shadow');
  const inOrder = [
    ...bars.filter(bar => !isShadow(bar)),
    ...bars.filter(isShadow),
  ];
  const lanes = new Map<FortnightBar, number>();
  for (const bar of inOrder) {
    const free = ends.findIndex(end => end <= Date.parse(bar.from));
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Date.parse(bar.to);
    lanes.set(bar, lane);
  }
  return {
    lanes: ends.length,
    laid: bars.map(bar => ({ ...bar, lane: lanes.get(bar)! })),
  };
}
