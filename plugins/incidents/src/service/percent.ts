/** A part of the strip, for a style. */
export function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
