type Place = { row: number; column: number };

const steps: Record<string, (at: Place, last: Place) => Place> = {
  ArrowLeft: at => ({ ...at, column: at.column - 1 }),
  ArrowRight: at => ({ ...at, column: at.column + 1 }),
  ArrowUp: at => ({ ...at, row: at.row - 1 }),
  ArrowDown: at => ({ ...at, row: at.row + 1 }),
  Home: at => ({ ...at, column: 0 }),
  End: (at, last) => ({ ...at, column: last.column }),
  PageUp: at => ({ ...at, column: at.column - 7 }),
  PageDown: at => ({ ...at, column: at.column + 7 }),
};

/** Where a key leads in a grid; nothing for other keys. Edges hold. */
export function stepInGrid(
  key: string,
  at: Place,
  last: Place,
): Place | undefined {
  const next = steps[key]?.(at, last);
  return (
    next && {
      row: Math.min(Math.max(next.row, 0), last.row),
      column: Math.min(Math.max(next.column, 0), last.column),
    }
  );
}
