/** How many of something wait, and since when the first of them does. */
export type Waiting = { count: number; since?: string };

/** What a look at the parts of the suite found; an error when there was no answer. */
export type Findings = {
  /** Timeline entries that nobody was told of. */
  untold: Waiting | Error;
  /** Firing alerts that nobody has routed yet. */
  pending: Waiting | Error;
  /** Firing alerts that should have an incident, and have none. */
  orphaned: Waiting | Error;
};

/** Milliseconds after which waiting is no longer usual. */
const usual = 60_000;

const names: Record<keyof Findings, string> = {
  untold: 'timeline entries were told to nobody',
  pending: 'alerts have not found their entity, because the catalog is away',
  orphaned: 'alerts should have an incident and have none',
};

/**
 * What is wrong, as sentences; none when all is well.
 */
export function findTrouble(findings: Findings, now: Date): string[] {
  return (Object.keys(names) as Array<keyof Findings>).flatMap(part => {
    const found = findings[part];
    if (found instanceof Error) {
      return [`Nobody can say whether ${names[part]}: ${found.message}`];
    }
    const { count, since } = found;
    if (!since || now.getTime() - Date.parse(since) < usual) return [];
    return [`${count} ${names[part]}, the first since ${since}`];
  });
}
