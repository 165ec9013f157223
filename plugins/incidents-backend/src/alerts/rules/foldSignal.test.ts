import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert, testNow } from 'backstage-plugin-incidents-common/testing';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { aSignal } from '../../testing/aSignal';
import { foldSignal, type Fold } from './foldSignal';

const minutes = (n: number) => new Date(Date.parse(testNow) + n * 60_000);
const now = minutes(10);
const actor = { type: 'integration', ref: 'prometheus' } as const;

function fold(
  known: Alert | undefined,
  signal: AlertSignal,
  repeated = false,
): Fold {
  return foldSignal(known, signal, { now, actor, repeated });
}

function after(result: Fold): Alert {
  if (!('decision' in result)) throw new Error(`it became ${result.became}`);
  return result.decision.after;
}

const knowns: Record<string, Alert | undefined> = {
  nothing: undefined,
  firing: anAlert(),
  acknowledged: anAlert({ status: 'acknowledged' }),
  resolved: anAlert({ status: 'resolved', resolvedAt: testNow }),
};

type Row = [
  known: keyof typeof knowns,
  says: AlertSignal['status'],
  became: Fold['became'],
  ofRepeatedDelivery: Fold['became'],
];

const everyCase: Row[] = [
  ['nothing', 'firing', 'opened', 'opened'],
  ['nothing', 'acknowledged', 'unchanged', 'unchanged'],
  ['nothing', 'resolved', 'unchanged', 'unchanged'],
  ['firing', 'firing', 'repeated', 'unchanged'],
  ['firing', 'acknowledged', 'acknowledged', 'acknowledged'],
  ['firing', 'resolved', 'resolved', 'resolved'],
  ['acknowledged', 'firing', 'repeated', 'unchanged'],
  ['acknowledged', 'acknowledged', 'unchanged', 'unchanged'],
  ['acknowledged', 'resolved', 'resolved', 'resolved'],
  ['resolved', 'firing', 'opened', 'opened'],
  ['resolved', 'acknowledged', 'unchanged', 'unchanged'],
  ['resolved', 'resolved', 'unchanged', 'unchanged'],
];

describe('what a signal means for what is known', () => {
  it.each(everyCase)(
    'known %s, says %s: %s, and %s when the delivery was here before',
    (known, status, became, ofRepeatedDelivery) => {
      const signal = aSignal({ status });
      expect(fold(knowns[known], signal).became).toBe(became);
      expect(fold(knowns[known], signal, true).became).toBe(ofRepeatedDelivery);
    },
  );

  it('has a row for each pair', () => {
    const pairs = Object.keys(knowns).flatMap(known =>
      ['firing', 'acknowledged', 'resolved'].map(says => `${known} ${says}`),
    );
    expect(everyCase.map(([known, says]) => `${known} ${says}`)).toEqual(pairs);
  });

  it.each(everyCase)(
    'never changes what it was given: %s, %s',
    (known, status) => {
      const before = structuredClone(knowns[known]);
      fold(knowns[known], aSignal({ status }));
      expect(knowns[known]).toEqual(before);
    },
  );

  it.each(everyCase)(
    'gives a reason, and an entry for each decision: %s, %s',
    (known, status) => {
      const result = fold(knowns[known], aSignal({ status }));
      expect(result.reason).not.toBe('');
      const entries = 'decision' in result ? result.decision.because : [];
      for (const entry of entries) {
        expect(entry).toMatchObject({
          kind: `alert.${result.became}`,
          actor,
          alertId: 'a1',
          incidentKey: 'INC-1',
        });
      }
    },
  );
});

describe('an alert that fires again', () => {
  it('counts once more and remembers when, not when it began', () => {
    const result = fold(anAlert({ occurrences: 6 }), aSignal());
    expect(after(result)).toMatchObject({
      occurrences: 7,
      lastFiredAt: now.toISOString(),
      startedAt: testNow,
    });
    expect(result.reason).toBe('it fires again, 7 times by now');
  });

  it('shows what the monitor says now, and keeps a description that it leaves out', () => {
    const known = anAlert({ description: 'Queue is full' });
    const labels = {
      alertname: 'HighErrorRate',
      service: 'checkout',
      pod: 'b',
    };
    expect(after(fold(known, aSignal({ labels })))).toMatchObject({
      labels,
      description: 'Queue is full',
    });
    const description = 'Queue is still full';
    expect(after(fold(known, aSignal({ description })))).toMatchObject({
      description,
    });
  });

  it('stays acknowledged', () => {
    expect(after(fold(knowns.acknowledged, aSignal())).status).toBe(
      'acknowledged',
    );
  });
});

describe('a firing after the end of an episode', () => {
  it.each([
    ['began with it: it came late', minutes(0), 'unchanged'],
    ['began before it: it came later still', minutes(-1), 'unchanged'],
    ['began after it: the next episode', minutes(1), 'opened'],
    ['does not say when it began: the next episode', undefined, 'opened'],
  ])('%s', (_, startedAt, became) => {
    expect(fold(knowns.resolved, aSignal({ startedAt })).became).toBe(became);
  });
});

describe('a resolve', () => {
  const resolve = (about: Partial<AlertSignal>) =>
    fold(anAlert(), aSignal({ status: 'resolved', ...about }));

  it.each([
    ['when the monitor says it ended', { resolvedAt: minutes(5) }, minutes(5)],
    ['now, when the monitor does not say', {}, now],
    [
      'not before it began, whatever the clocks say',
      { resolvedAt: minutes(-5) },
      minutes(0),
    ],
  ])('ends the episode %s', (_, about, expected) => {
    expect(after(resolve(about))).toMatchObject({
      status: 'resolved',
      resolvedAt: expected.toISOString(),
    });
  });

  it('of an earlier episode leaves the open one alone', () => {
    const late = { startedAt: minutes(-9), resolvedAt: minutes(-5) };
    expect(resolve(late)).toEqual({
      became: 'unchanged',
      reason: 'it resolves an earlier episode; a later one is open',
    });
  });

  it('without an end is believed even if the clock of the monitor is ahead of ours', () => {
    const ahead = minutes(15);
    const known = anAlert({ startedAt: ahead.toISOString() });
    const signal = aSignal({ status: 'resolved', startedAt: ahead });
    expect(after(fold(known, signal))).toMatchObject({
      status: 'resolved',
      resolvedAt: ahead.toISOString(),
    });
  });
});
