const units: Array<[name: string, milliseconds: number]> = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** `1 hour`, `1 hour 30 minutes`, `2 days 12 hours`: the two largest units that it has. */
export function durationInWords(milliseconds: number): string {
  let rest = milliseconds;
  const words = units.flatMap(([name, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count > 0 ? [`${count} ${name}${count === 1 ? '' : 's'}`] : [];
  });
  return words.slice(0, 2).join(' ') || '0 seconds';
}
