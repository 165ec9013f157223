import { incidentActions } from 'backstage-plugin-incidents-common';
import fc from 'fast-check';

/** Two alerts of one service, one of another, one of nobody. */
export const services: Record<string, string> = {
  A: 'checkout',
  B: 'checkout',
  C: 'ledger',
  D: 'unheard-of',
};

const alert = fc.constantFrom(...Object.keys(services));
const component = fc
  .constantFrom('checkout', 'ledger')
  .map(name => `component:default/${name}`);
const signal = fc.record(
  {
    alert,
    status: fc.constantFrom(
      ...(['firing', 'firing', 'resolved', 'acknowledged'] as const),
    ),
    severity: fc.constantFrom('critical', 'error', 'warning', 'info', 'huh'),
    /** When it began and ended, by its monitor: minutes from now. */
    startedIn: fc.integer({ min: -40, max: 1 }),
    resolvedIn: fc.integer({ min: -40, max: 1 }),
  },
  { requiredKeys: ['alert', 'status', 'severity'] },
);
/** Which of the incidents that there are; more of them than these are begun with again. */
const nth = fc.nat({ max: 9 });

/** Monitors. */
const sends = fc.record({
  sends: fc.array(signal, { minLength: 1, maxLength: 4 }),
});
const sendsAgain = fc.record({ sendsAgain: fc.constant(true) });
const flaps = fc.record({
  flaps: alert,
  times: fc.integer({ min: 2, max: 7 }),
});

/** People. */
const acts = fc.record({ acts: fc.constantFrom(...incidentActions), nth });
const judges = fc.record({ judges: fc.constantFrom('SEV1', 'SEV4'), nth });
const notes = fc.record({ notes: nth });
const declares = fc.record({ declares: component });
const hands = fc.record({
  hands: alert,
  doing: fc.oneof(
    fc.record({ action: fc.constant('bind'), entityRef: component }),
    fc.record({
      action: fc.constant('bind'),
      entityRef: component,
      rule: fc.constant([
        { label: 'service', op: 'equals', value: 'unheard-of' },
      ]),
    }),
    fc.record({ action: fc.constant('move'), to: nth }),
    fc.record({ action: fc.constantFrom('acknowledge', 'split') }),
  ),
});
const merges = fc.record({ merges: nth, into: nth });
const silences = fc.record({
  silences: fc.oneof(
    fc
      .constantFrom(...Object.values(services))
      .map(value => ({ label: 'service', value })),
    fc
      .constantFrom('SEV1', 'SEV2', 'SEV3')
      .map(value => ({ label: 'severity', value })),
  ),
  in: fc.constantFrom(0, 0, 5),
  minutes: fc.constantFrom(10, 60),
});
const endsSilences = fc.record({ endsSilences: fc.constant(true) });

/** The world around. */
const waits = fc.record({ waits: fc.constantFrom(1, 10, 20, 35, 60 * 25) });
const passes = fc.record({ passes: fc.constantFrom(1, 10, 20, 35) });
/** One of the tasks, by itself. */
const runs = fc.record({ runs: fc.nat({ max: 50 }) });
const catalog = fc.record({ catalog: fc.constantFrom('away', 'back') });

/** One thing that may happen in a night. */
export const nightStep = fc.oneof(
  { weight: 8, arbitrary: sends },
  { weight: 2, arbitrary: sendsAgain },
  { weight: 4, arbitrary: flaps },
  { weight: 4, arbitrary: acts },
  { weight: 1, arbitrary: judges },
  { weight: 1, arbitrary: notes },
  { weight: 1, arbitrary: declares },
  { weight: 6, arbitrary: hands },
  { weight: 4, arbitrary: merges },
  { weight: 3, arbitrary: silences },
  { weight: 1, arbitrary: endsSilences },
  { weight: 3, arbitrary: waits },
  { weight: 2, arbitrary: passes },
  { weight: 2, arbitrary: runs },
  { weight: 1, arbitrary: catalog },
);

export type NightStep = typeof nightStep extends fc.Arbitrary<infer T>
  ? T
  : never;
