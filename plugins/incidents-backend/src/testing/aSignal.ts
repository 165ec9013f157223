import type { AlertSignal } from 'backstage-plugin-incidents-node';

/** What a monitor says: name what the test is about, the rest is plausible. */
export function aSignal(about: Partial<AlertSignal> = {}): AlertSignal {
  return {
    fingerprint: 'f1',
    status: 'firing',
    title: 'HighErrorRate',
    labels: { alertname: 'HighErrorRate', service: 'checkout' },
    links: [],
    ...about,
  };
}
