import type { Incident } from 'backstage-plugin-incidents-common';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { refusalOf } from './admission';

const now = new Date('2026-11-20T04:00:00.000Z');
const minutes = 60_000;
const ago = (n: number) => new Date(now.getTime() - n * minutes).toISOString();
const window = { value: 60 * minutes, line: 'incidents.triage.window' };
const cap = { value: 3, line: 'incidents.triage.cap' };
const declaredAt = ago(600);

describe('an open incident', () => {
  it.each<[string, Partial<Incident>, object, number, boolean]>([
    [
      'takes alerts for ever, when nothing limits it',
      { alerts: 999 },
      {},
      1,
      true,
    ],
    [
      'takes one at the end of its window',
      { declaredAt, lastAlertAt: ago(60) },
      { window },
      1,
      true,
    ],
    [
      'takes none after its window, which begins with its last alert',
      { declaredAt, lastAlertAt: ago(60.001) },
      { window },
      1,
      false,
    ],
    [
      'that no alert ever joined counts from when it was declared',
      { declaredAt: ago(61) },
      { window },
      1,
      false,
    ],
    ['takes alerts up to its cap', { declaredAt, alerts: 2 }, { cap }, 1, true],
    ['takes none above it', { declaredAt, alerts: 3 }, { cap }, 1, false],
    [
      'has no room for many at once',
      { declaredAt, alerts: 2 },
      { cap },
      2,
      false,
    ],
    [
      'that follows another takes a storm without counting',
      { declaredAt: ago(9.999), follows: 'INC-7', alerts: 5_000 },
      { cap },
      50,
      true,
    ],
    [
      'that follows another counts after ten minutes',
      { declaredAt: ago(10), follows: 'INC-7', alerts: 3 },
      { cap },
      1,
      false,
    ],
  ])('%s', (...[, about, bounds, coming, takes]) => {
    const refusal = refusalOf(anIncident(about), bounds, { now, coming });
    expect(refusal === undefined).toBe(takes);
  });

  it('says why it takes no more, and which line of config asks for that', () => {
    const incident = anIncident({ declaredAt, alerts: 3 });
    expect(refusalOf(incident, { window, cap }, { now })).toBe(
      'INC-1 is open, but no alert has joined it for more than 1 hour, as incidents.triage.window says',
    );
    expect(refusalOf(incident, { cap }, { now })).toBe(
      'INC-1 is open, but has 3 alerts, and incidents.triage.cap allows 3',
    );
  });
});
