import type { Heartbeat, Matcher } from 'backstage-plugin-incidents-common';

/** How a heartbeat is told of. */
export type HeartbeatWords = {
  /** What the time stands for that is told. */
  shownAs: 'missingSince' | 'expected';
  isUrgent: boolean;
  /** What a silence of its alert begins with. */
  matchers: Matcher[];
};

export function describeHeartbeat(
  heartbeat: Pick<Heartbeat, 'id' | 'status' | 'missingSince'>,
): HeartbeatWords {
  const { id, status, missingSince } = heartbeat;
  return {
    shownAs: missingSince ? 'missingSince' : 'expected',
    isUrgent: status === 'missing' || status === 'late',
    matchers: [
      { label: 'integration', op: 'equals', value: 'heartbeats' },
      { label: 'heartbeat', op: 'equals', value: id },
    ],
  };
}
