const second = 1000;
/** Just after an event, when what it stirred up is looked at, such as runbooks of a new incident. */
const soon = 15 * second;
const pause = 60 * 60 * second;

/** When the tasks of the backend get their turn between two events, `to` included. */
export function momentsBetween(from: Date, to: Date): Date[] {
  const moments: Date[] = [];
  const end = to.getTime();
  for (let at = from.getTime() + soon; at < end; at += pause) {
    moments.push(new Date(at));
  }
  return [...moments, to];
}
