import type { LoneBackend } from '../loneBackend/startLoneBackend';
import type { RunningPostgres } from '../postgres';
import { countAlerts } from './fill';
import type { RoundResult } from './startDriver';

/** Requests that were answered with a 2xx. */
export function acceptedOf({ statuses }: RoundResult): number {
  return sum(
    Object.entries(statuses).map(([status, count]) =>
      /^2\d\d$/.test(status) ? count : 0,
    ),
  );
}

/** Prints how a round went; answers alerts a second. */
export function describeRound(
  name: string,
  result: RoundResult,
  batch = 1,
): number {
  const rate = (acceptedOf(result) * batch) / result.took;
  const at = (share: number) => quantile(result.latencies, share).toFixed(1);
  const others = Object.entries(result.statuses).filter(
    ([status]) => !/^2\d\d$/.test(status),
  );
  console.log(
    [
      name.padEnd(22),
      `${rate.toFixed(0).padStart(6)}/s`,
      `p50 ${at(0.5)} ms`,
      `p95 ${at(0.95)} ms`,
      `p99 ${at(0.99)} ms`,
      ...others.map(([status, count]) => `${count} × ${status}`),
    ].join('  '),
  );
  return rate;
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? NaN;
}

export function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The middle one, or the later of the two in the middle. */
export function medianOf(values: number[]): number {
  return quantile(values, 0.5);
}

/** Says whether everything that was answered with a 2xx is there, and counted. */
export async function verify(
  { backend, postgres }: { backend: LoneBackend; postgres: RunningPostgres },
  accepted: number,
): Promise<boolean> {
  const kept = await countAlerts(postgres);
  const incidents = await backend.api.listIncidents({ query: { limit: 200 } });
  const counted = sum(incidents.items.map(incident => incident.alerts));
  console.log(
    `${accepted} alerts were accepted, ${kept} are kept, ${counted} are counted by ${incidents.totalItems} incidents`,
  );
  return kept === accepted && counted === accepted;
}

/** Prints a figure beside what is wanted of it; answers whether it is reached. */
export function judge(
  name: string,
  figure: number,
  wanted: { atLeast: number } | { atMost: number },
): boolean {
  const isGood =
    'atLeast' in wanted ? figure >= wanted.atLeast : figure <= wanted.atMost;
  const [[how, bound]] = Object.entries(wanted);
  console.log(
    `${name} ${figure.toFixed(3)}, wanted ${
      how === 'atLeast' ? 'at least' : 'at most'
    } ${bound}: ${isGood ? 'reached' : 'NOT reached'}`,
  );
  return isGood;
}
