import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert, testNow } from 'backstage-plugin-incidents-common/testing';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import { aSignal } from '../../testing/aSignal';
import { calmDown, type Restless } from './flapping';
import { foldRestless, type RestlessFold } from './foldRestless';
import { foldSignal } from './foldSignal';

const minutes = (n: number) => new Date(Date.parse(testNow) + n * 60_000);
const at = (n: number) => minutes(n).toISOString();
const minute = 60_000;
const settings = { changes: 4, within: 30 * minute, calm: 15 * minute };

function fold(
  known: Restless | undefined,
  signal: Partial<AlertSignal>,
  how: { now?: number; repeated?: boolean; flapping?: null } = {},
): RestlessFold {
  return foldRestless(known, aSignal(signal), {
    now: minutes(how.now ?? 10),
    actor: { type: 'integration', ref: 'prometheus' },
    repeated: how.repeated ?? false,
    flapping: how.flapping === null ? undefined : settings,
  });
}

function after({ fold: folded, unrest }: RestlessFold): Restless {
  if (!('decision' in folded)) throw new Error(`it became ${folded.became}`);
  return { alert: folded.decision.after, unrest };
}

function told({ fold: folded }: RestlessFold): string[] {
  if (!('decision' in folded)) throw new Error(`it became ${folded.became}`);
  return folded.decision.because.map(({ kind, text }) => `${kind} | ${text}`);
}

/** It fired and resolved once before, and fires since 8 minutes past. */
const restless: Restless = {
  alert: anAlert({ startedAt: at(8) }),
  unrest: { before: [minutes(0).getTime(), minutes(4).getTime()] },
};
const flaps = (about: Partial<Alert['flapping'] & object> = {}): Restless => ({
  alert: anAlert({
    startedAt: at(8),
    flapping: { since: at(0), changes: 4, calmAt: at(25), ...about },
  }),
  unrest: { before: [], firedAt: at(8) },
});
const quiet = flaps({ quietSince: at(10) });

describe('an alert that resolves once too often', () => {
  it('flaps: it stays open, and that is told once', () => {
    const result = fold(restless, { status: 'resolved' });
    expect(result).toMatchObject({
      isHeld: true,
      fold: {
        became: 'resolved',
        reason: `its monitor resolved it, and it flaps: 4 changes since ${at(
          0,
        )}`,
      },
    });
    expect(after(result)).toEqual({
      alert: {
        ...restless.alert,
        flapping: {
          ...{ since: at(0), changes: 4 },
          ...{ calmAt: at(25), quietSince: at(10) },
        },
      },
      unrest: { before: [], firedAt: at(8) },
    });
    expect(told(result)).toEqual([
      `alert.flapping | HighErrorRate flaps: 4 changes since ${at(
        0,
      )}; it stays open, and further changes are held back until it has been calm`,
    ]);
  });

  it('stays acknowledged if it was', () => {
    const { alert, unrest } = restless;
    const known: Restless = {
      ...{ alert: { ...alert, status: 'acknowledged' }, unrest },
    };
    const { alert: held } = after(fold(known, { status: 'resolved' }));
    expect(held.status).toBe('acknowledged');
    expect(held).not.toHaveProperty('resolvedAt');
  });

  it.each<[string, Restless, { flapping?: null; now?: number }]>([
    ['nothing is remembered', { alert: restless.alert }, {}],
    ['the first change was too long ago', restless, { now: 30 }],
    ['config wants none', restless, { flapping: null }],
  ])('is just resolved when %s', (_, known, how) => {
    const result = fold(known, { status: 'resolved' }, how);
    expect(result.isHeld).toBeUndefined();
    expect(after(result).alert.status).toBe('resolved');
  });
});

describe('an alert that flaps', () => {
  it('fires again: one change more, and it is not quiet any more', () => {
    const result = fold(
      quiet,
      { status: 'firing', startedAt: minutes(12), description: 'again' },
      { now: 13 },
    );
    expect(result).toMatchObject({
      ...{ isHeld: true, fold: { became: 'repeated' } },
    });
    expect(after(result)).toMatchObject({
      alert: {
        ...{ status: 'firing', occurrences: 2, description: 'again' },
        ...{ startedAt: at(8), lastFiredAt: at(13) },
        flapping: { since: at(0), changes: 5, calmAt: at(28) },
      },
      unrest: { before: [], firedAt: at(12) },
    });
    expect(after(result).alert.flapping?.quietSince).toBeUndefined();
    expect(told(result)).toEqual([
      `alert.held | HighErrorRate fires again while it flaps: 5 changes since ${at(
        0,
      )}`,
    ]);
  });

  it('resolves: one change more, and it stays open', () => {
    const result = fold(flaps(), { status: 'resolved' }, { now: 13 });
    expect(result).toMatchObject({
      ...{ isHeld: true, fold: { became: 'resolved' } },
    });
    expect(after(result).alert).toEqual({
      ...flaps().alert,
      flapping: {
        ...{ since: at(0), changes: 5 },
        ...{ calmAt: at(28), quietSince: at(13) },
      },
    });
  });

  it('fires on: counted, but no change', () => {
    const result = fold(flaps(), { status: 'firing' }, { now: 20 });
    expect(result).toMatchObject({
      ...{ isHeld: true, fold: { became: 'repeated' } },
    });
    expect(after(result)).toMatchObject({
      alert: {
        ...{ occurrences: 2, startedAt: at(8) },
        flapping: { changes: 4, calmAt: at(25) },
      },
      unrest: { firedAt: at(8) },
    });
  });

  it('is acknowledged where it came from, and keeps its beginning', () => {
    const known = { ...flaps(), unrest: { before: [], firedAt: at(9) } };
    const result = fold(known, { status: 'acknowledged' });
    expect(result.fold.became).toBe('acknowledged');
    expect(after(result).alert).toMatchObject({
      ...{ status: 'acknowledged', startedAt: at(8) },
    });
  });

  const late = { startedAt: minutes(9), resolvedAt: minutes(11) };
  it.each<[string, Restless, Partial<AlertSignal>, boolean]>([
    ['a resolve when it is quiet', quiet, { status: 'resolved' }, false],
    ['an acknowledgement then', quiet, { status: 'acknowledged' }, false],
    [
      'a firing that began before the last one',
      quiet,
      { status: 'firing', startedAt: minutes(7) },
      false,
    ],
    ['the same firing again', flaps(), { status: 'firing' }, true],
    [
      'a resolve of an earlier firing',
      { ...flaps(), unrest: { before: [], firedAt: at(12) } },
      { status: 'resolved', ...late },
      false,
    ],
  ])('is left alone by %s', (_, known, signal, repeated) => {
    const result = fold(known, signal, { repeated });
    expect(result.fold.became).toBe('unchanged');
    expect(result.unrest).toBe(known.unrest);
  });

  it('is never calm sooner by another change, whatever the config', () => {
    const result = fold(
      flaps({ calmAt: at(60) }),
      { status: 'resolved' },
      { now: 20, flapping: null },
    );
    expect(after(result).alert.flapping?.calmAt).toBe(at(60));
  });

  it('knows a late firing by the latest, even if that had no date', () => {
    const fired = after(fold(quiet, { status: 'firing' }, { now: 14 }));
    expect(fired.unrest?.firedAt).toBe(at(14));
    const ended = after(fold(fired, { status: 'resolved' }, { now: 15 }));
    const { fold: folded } = fold(ended, {
      ...{ status: 'firing', startedAt: minutes(13) },
    });
    expect(folded.became).toBe('unchanged');
  });
});

describe('an alert that has been calm', () => {
  it('is resolved since its last resolve', () => {
    const { after: calm, isOver, because } = calmDown(quiet.alert);
    expect({ calm, isOver }).toEqual({
      isOver: true,
      calm: anAlert({
        ...{ status: 'resolved', startedAt: at(8), resolvedAt: at(10) },
      }),
    });
    expect(because.map(({ text }) => text)).toEqual([
      `HighErrorRate flaps no more, after 4 changes since ${at(
        0,
      )}: it is resolved, since ${at(10)}`,
    ]);
  });

  it('fires on if it does', () => {
    const { after: calm, isOver, because } = calmDown(flaps().alert);
    expect({ calm, isOver }).toEqual({
      ...{ isOver: false, calm: anAlert({ startedAt: at(8) }) },
    });
    expect(because[0].details).toMatchObject({ status: 'firing' });
  });
});

describe('an ordinary alert', () => {
  it.each(['firing', 'acknowledged', 'resolved'] as const)(
    'that is %s is what it always was',
    status => {
      const alert = anAlert({ status });
      for (const says of ['firing', 'acknowledged', 'resolved'] as const) {
        const signal = aSignal({ status: says });
        expect(fold({ alert }, signal).fold).toEqual(
          foldSignal(alert, signal, {
            now: minutes(10),
            actor: { type: 'integration', ref: 'prometheus' },
            repeated: false,
          }),
        );
      }
    },
  );
});
