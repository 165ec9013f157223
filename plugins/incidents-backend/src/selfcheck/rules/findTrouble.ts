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
  /** Alerts that are held as flapping, and have been calm for long enough. */
  overheld: Waiting | Error;
  /** People who should have been called by now, if the one before them does not answer. */
  late: Waiting | Error;
  /** People who should have been told. */
  undelivered: Waiting | Error;
};

/** Milliseconds after which waiting is no longer usual. */
const usual: Record<keyof Findings, number> = {
  untold: 60_000,
  pending: 60_000,
  orphaned: 60_000,
  overheld: 120_000,
  late: 60_000,
  // Attempts may fail for as long before the next person is asked.
  undelivered: 120_000,
};

const names: Record<keyof Findings, string> = {
  untold: 'timeline entries were told to nobody',
  pending: 'alerts have not found their entity, because the catalog is away',
  orphaned: 'alerts should have an incident and have none',
  overheld: 'alerts are held as flapping although they are calm',
  late: 'pages should have called the next person',
  undelivered: 'notices of pages are not delivered',
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
    if (!since || now.getTime() - Date.parse(since) < usual[part]) return [];
    return [`${count} ${names[part]}, the first since ${since}`];
  });
}
