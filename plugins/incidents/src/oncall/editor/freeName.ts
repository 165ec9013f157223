/** The first name of its kind that nothing has yet. */
export function freeName(
  nameOf: (place: string) => string,
  taken: string[],
): string {
  for (let place = taken.length + 1; ; place += 1) {
    const name = nameOf(String(place));
    if (!taken.includes(name)) return name;
  }
}
