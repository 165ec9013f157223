import { testNow } from 'backstage-plugin-incidents-common/testing';
import type { Maintenance } from 'backstage-plugin-incidents-common';
import { describeMaintenance, spanOf } from './describeMaintenance';
import { aWindow } from './testing/aWindow';

const said = (about: Partial<Maintenance>) =>
  describeMaintenance(aWindow(about), new Date(testNow));

describe('a maintenance window', () => {
  it.each<[string, Partial<Maintenance>, string, string[]]>([
    ['that recurs and is on', {}, 'now', ['change', 'endThis', 'endAll']],
    ['that is on', { recurrence: undefined }, 'now', ['change', 'end']],
    ['that comes', { status: 'upcoming' }, 'next', ['change', 'endAll']],
    ['that is over', { status: 'ended' }, 'ended', []],
    [
      'of a calendar',
      { origin: 'calendar', calendar: 'ops' },
      ...(['now', ['endThis', 'endAll']] as [string, string[]]),
    ],
  ])('%s can be worked on', (_, about, time, deeds) => {
    expect(said(about)).toMatchObject({ time, deeds });
  });

  it('warns in its last hour while it holds something', () => {
    const next = {
      startsAt: '2026-11-20T02:00:00.000Z',
      endsAt: '2026-11-20T03:59:00.000Z',
    };
    expect(said({ next }).endsSoon).toBe(true);
    expect(said({ next, held: 0 }).endsSoon).toBe(false);
    expect(said({}).endsSoon).toBe(false);
  });

  it('says its day once, unless it lasts over midnight', () => {
    expect(spanOf(aWindow())).toEqual({
      ...{ start: '2026-11-20 11:00', end: '14:00' },
    });
    expect(spanOf(aWindow({ end: '2026-11-21T01:00:00' })).end).toBe(
      '2026-11-21 01:00',
    );
  });
});
