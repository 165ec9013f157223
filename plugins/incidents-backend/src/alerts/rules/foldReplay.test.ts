import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert, testNow } from 'backstage-plugin-incidents-common/testing';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { aSignal } from '../../testing/aSignal';
import type { Restless } from './flapping';
import { foldReplay, isOutdated } from './foldReplay';
import type { RestlessFold } from './foldRestless';

const minutes = (n: number) => new Date(Date.parse(testNow) + n * 60_000);
const at = (n: number) => minutes(n).toISOString();
const actor = { type: 'integration', ref: 'prometheus' } as const;

const flapping = { changes: 4, within: 30 * 60_000, calm: 15 * 60_000 };

const replayRestless = (
  known: Restless | undefined,
  about: Partial<AlertSignal>,
  came: number,
): RestlessFold =>
  foldReplay(known, aSignal(about), {
    ...{ actor, flapping, receivedAt: minutes(came) },
  });

const replay = (
  alert: Alert | undefined,
  about: Partial<AlertSignal>,
  came: number,
) => replayRestless(alert && { alert }, about, came);

function after({ fold }: RestlessFold): Alert {
  if (!('decision' in fold)) throw new Error(`it became ${fold.became}`);
  return fold.decision.after;
}

/** Began at 0, and was heard last at 20. */
const open = anAlert({
  ...{ startedAt: at(0), lastFiredAt: at(20), occurrences: 3 },
});
const over = anAlert({
  ...{ startedAt: at(0), lastFiredAt: at(20) },
  ...{ status: 'resolved', resolvedAt: at(30) },
});
const heardAfterItsEnd = { ...over, resolvedAt: at(10) };

type Row = [
  known: string,
  episode: Alert | undefined,
  says: AlertSignal['status'],
  came: number,
  became: RestlessFold['fold']['became'],
];

const rows: Row[] = [
  ['nothing', undefined, 'firing', 5, 'opened'],
  ['nothing', undefined, 'resolved', 5, 'unchanged'],
  ['nothing', undefined, 'acknowledged', 5, 'unchanged'],
  ['what is over', over, 'firing', 0, 'unchanged'],
  ['what is over', over, 'firing', 20, 'unchanged'],
  ['what is over', over, 'firing', 30, 'unchanged'],
  ['what is over', over, 'firing', 31, 'opened'],
  [
    'what ended by a clock that is behind',
    heardAfterItsEnd,
    'firing',
    20,
    'unchanged',
  ],
  ['what is over', over, 'resolved', 30, 'unchanged'],
  ['what is over', over, 'acknowledged', 10, 'unchanged'],
  ['what is open', open, 'firing', 10, 'unchanged'],
  ['what is open', open, 'firing', 20, 'repeated'],
  ['what is open', open, 'firing', 21, 'repeated'],
  ['what is open', open, 'resolved', 19, 'unchanged'],
  ['what is open', open, 'resolved', 20, 'resolved'],
  ['what is open', open, 'resolved', 25, 'resolved'],
  ['what is open', open, 'acknowledged', 10, 'acknowledged'],
  ['what is open', open, 'acknowledged', -1, 'unchanged'],
  ['what is open', open, 'acknowledged', 25, 'acknowledged'],
];

describe('a delivery that is replayed', () => {
  it.each(rows)(
    'means for %s (%#) %s, of minute %d: %s',
    (...[, known, status, came, became]) => {
      expect(replay(known, { status }, came).fold.became).toBe(became);
    },
  );

  it('says why it brings nothing back', () => {
    expect(replay(over, { status: 'firing' }, 20).fold.reason).toBe(
      'this episode is resolved already; the firing came before its end',
    );
    expect(replay(open, { status: 'resolved' }, 10).fold.reason).toBe(
      'it fired again after this delivery, and is not over',
    );
  });

  it('counts once what was counted when it came, but is read as it is read today', () => {
    const fold = replay(open, { labels: { team: 'pay' } }, 20);
    expect(fold).toMatchObject({ isHeld: true });
    expect(after(fold)).toEqual({
      ...open,
      labels: { team: 'pay' },
      links: [],
    });
  });

  it('counts what was not heard when it came, at the time at which it came', () => {
    const fold = replay(open, {}, 25);
    expect(fold).not.toHaveProperty('isHeld');
    expect(after(fold)).toMatchObject({ occurrences: 4, lastFiredAt: at(25) });
  });

  it('ends an alert when it said so, not when it is replayed', () => {
    const fold = replay(open, { status: 'resolved' }, 25);
    expect(after(fold).resolvedAt).toBe(at(25));
  });

  it('does not fire again what its own monitor says began before', () => {
    const signal = { startedAt: minutes(0) };
    expect(replay(over, signal, 40).fold.became).toBe('unchanged');
  });
});

describe('a delivery that is replayed while its alert flaps', () => {
  /** Began at 0, and fired last at 20. */
  const flaps: Restless = {
    alert: { ...open, flapping: { since: at(0), changes: 5, calmAt: at(35) } },
    unrest: { before: [], firedAt: at(20) },
  };
  const { flapping: restless } = flaps.alert;
  /** Its monitor resolved it at 30. */
  const quiet: Restless = {
    ...flaps,
    alert: { ...flaps.alert, flapping: { ...restless!, quietSince: at(30) } },
  };

  it.each<[Restless, AlertSignal['status'], number, string]>([
    [flaps, 'firing', 10, 'unchanged'],
    [flaps, 'resolved', 19, 'unchanged'],
    [flaps, 'acknowledged', 19, 'unchanged'],
    [flaps, 'acknowledged', 25, 'acknowledged'],
    [quiet, 'firing', 20, 'unchanged'],
    [quiet, 'firing', 30, 'unchanged'],
    [quiet, 'resolved', 30, 'unchanged'],
  ])('means (%#) %j %s, of minute %d: %s', (known, status, came, became) => {
    const { fold, unrest } = replayRestless(known, { status }, came);
    expect(fold.became).toBe(became);
    expect(unrest).toEqual(known.unrest);
  });

  it('is one more change if it was not heard when it came, at the time at which it came', () => {
    const fired = replayRestless(quiet, { status: 'firing' }, 31);
    expect(fired.isHeld).toBe(true);
    expect(after(fired).flapping).toEqual({
      ...{ since: at(0), changes: 6, calmAt: at(46) },
    });
    const ended = replayRestless(flaps, { status: 'resolved' }, 31);
    expect(ended.isHeld).toBe(true);
    expect(after(ended).flapping).toMatchObject({
      ...{ changes: 6, quietSince: at(31) },
    });
  });

  it('is no change if it was, but is read as it is read today', () => {
    const fold = replayRestless(flaps, { labels: { team: 'pay' } }, 20);
    expect(fold).toMatchObject({ isHeld: true, unrest: flaps.unrest });
    expect(after(fold)).toEqual({ ...flaps.alert, labels: { team: 'pay' } });
  });
});

it.each([
  [19, true],
  [20, false],
  [21, false],
])('a delivery of minute %d is behind a firing of minute 20: %s', (n, is) => {
  expect(isOutdated(open, minutes(n))).toBe(is);
});
