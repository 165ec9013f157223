import type { Need } from 'backstage-plugin-incidents-common';

/** Where a reader goes with a need: to incidents, or to a view of the alerts. */
export type NeedTarget =
  | {
      to: 'incidents';
      keys: string[];
      more: number;
      status?: 'declared' | 'mitigated';
    }
  | {
      to: 'alerts';
      /** Below the address of the stream. */
      at: string;
    };

/** More than this many keys beside each other are a wall. */
const keysShown = 3;

const statusOf: Partial<Record<Need['kind'], 'declared' | 'mitigated'>> = {
  'not-acknowledged': 'declared',
  'to-resolve': 'mitigated',
};

export function describeNeed(need: Need): NeedTarget {
  switch (need.kind) {
    case 'unrouted-alerts':
    case 'suggested-incidents':
    case 'routing-pending':
      return { to: 'alerts', at: '?show=unrouted' };
    case 'silence-ending':
      return { to: 'alerts', at: '/silences' };
    case 'maintenance-ending':
      return { to: 'alerts', at: '/maintenance' };
    case 'dead-letters':
      return { to: 'alerts', at: '/dead-letters' };
    default: {
      const keys = need.incidentKeys.slice(0, keysShown);
      const status = statusOf[need.kind];
      return {
        to: 'incidents',
        keys,
        more: Math.max(0, need.count - keys.length),
        ...(status && { status }),
      };
    }
  }
}
