import type { AlertSignal } from 'backstage-plugin-incidents-node';

/** The monitor's word for how bad it is: what its source found, else the first of the configured labels. */
export function severityWord(
  signal: Pick<AlertSignal, 'severity' | 'labels'>,
  severityLabels: string[],
): string | undefined {
  const label = severityLabels.find(name => signal.labels[name]);
  return signal.severity ?? (label && signal.labels[label]);
}
