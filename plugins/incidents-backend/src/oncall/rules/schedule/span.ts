/** From an instant to another, which is not part of it. */
export type Span = { from: number; to: number };

/** In their order, and without those that touch: what any of the spans covers. */
export function union(spans: Span[]): Span[] {
  const sorted = spans
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const { from, to } of sorted) {
    const before = merged.at(-1);
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What both lists cover; of the first, everything else stays. Both are sorted and do not overlap. */
export function cut<T extends Span>(pieces: T[], by: Span[]): T[] {
  const found: T[] = [];
  let i = 0;
  for (const piece of pieces) {
    while (i < by.length && by[i].to <= piece.from) i++;
    for (let j = i; j < by.length && by[j].from < piece.to; j++) {
      const from = Math.max(piece.from, by[j].from);
      const to = Math.min(piece.to, by[j].to);
      found.push({ ...piece, from, to });
    }
  }
  return found;
}

/**
 * Answers which of the spans hold at an instant. Asked with instants that never go back, it takes each span up once and lays it
 * down once. Those that hold stand in the order given.
 */
export function holding<T extends Span>(spans: T[]): (at: number) => T[] {
  const waiting = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.from - b.span.from);
  let next = 0;
  let taken: typeof waiting = [];
  let held: T[] = [];
  let changes = Number.NEGATIVE_INFINITY;
  return at => {
    if (at < changes) return held;
    while (next < waiting.length && waiting[next].span.from <= at) {
      taken.push(waiting[next]);
      next++;
    }
    taken = taken
      .filter(({ span }) => at < span.to)
      .sort((a, b) => a.index - b.index);
    held = taken.map(({ span }) => span);
    changes = Math.min(
      waiting[next]?.span.from ?? Number.POSITIVE_INFINITY,
      ...taken.map(({ span }) => span.to),
    );
    return held;
  };
}

/** What of a span is left when others are taken out of it; those are sorted and do not overlap. */
export function without(span: Span, taken: Span[]): Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const one of taken) {
    if (one.from >= span.to) break;
    if (from < one.from) left.push({ from, to: one.from });
    from = Math.max(from, one.to);
  }
  if (from < span.to) left.push({ from, to: span.to });
  return left;
}

/** How many of the spans hold at the same time, at most. */
export function mostAtOnce(spans: Span[]): number {
  const edges = spans
    .flatMap(({ from, to }) => [
      { at: from, change: 1 },
      { at: to, change: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change);
  let held = 0;
  let most = 0;
  for (const { change } of edges) {
    held += change;
    most = Math.max(most, held);
  }
  return most;
}
