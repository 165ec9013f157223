import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import { aSchedule } from '../testing/aShift';
import {
  changeOf,
  instantOf,
  isStill,
  plannedAfter,
  previewOf,
  stateAt,
  wallOf,
} from './describeEdit';
import { draftOf } from './draftSchedule';

const now = new Date('2026-11-20T07:00:00.000Z');
const kept = aSchedule();
const { definition } = kept;
const revised: ScheduleDefinition = {
  ...definition,
  revisions: ['2026-11-01', '2026-12-01'].map((day, i) => ({
    ...{ from: `${day}T00:00:00.000Z`, timeZone: ['UTC', 'Asia/Tokyo'][i] },
    levels: [{ name: `Level ${i}`, rotations: [] }],
  })),
};

describe('an edit', () => {
  it('begins with what the schedule is now, not with how it began', () => {
    expect(stateAt(definition, now).timeZone).toBe('Europe/Berlin');
    expect(stateAt(revised, now)).toMatchObject({
      ...{ title: 'Checkout', timeZone: 'UTC', levels: [{ name: 'Level 0' }] },
    });
    expect(plannedAfter(revised, now)).toEqual(['2026-12-01T00:00:00.000Z']);
  });

  const start = draftOf(stateAt(definition, now));

  it('of the title alone makes no revision', () => {
    expect(
      changeOf(
        { ...start, title: ' Till ' },
        { start, version: 7, from: now.toISOString() },
      ),
    ).toEqual({ version: 7, title: 'Till' });
  });

  it('of the time zone sends the levels with it, from its instant on', () => {
    expect(
      changeOf(
        { ...start, timeZone: 'UTC' },
        { start, version: 7, from: '2026-12-24T08:00:00.000Z' },
      ),
    ).toEqual({
      ...{ version: 7, from: '2026-12-24T08:00:00.000Z', timeZone: 'UTC' },
      levels: definition.levels,
    });
  });

  it('is reckoned over what was before, without what was planned after it', () => {
    const draft = { ...start, timeZone: 'Europe/Berlin' };
    const asked = previewOf(draft, { definition: revised, from: now });
    expect(asked.schedule.revisions).toEqual([
      revised.revisions[0],
      {
        ...{ from: now.toISOString(), timeZone: 'Europe/Berlin' },
        levels: definition.levels,
      },
    ]);
    // The four weeks end with a day of the schedule.
    expect([asked.from, asked.to]).toEqual([
      ...['2026-11-20T07:00:00.000Z', '2026-12-17T23:00:00.000Z'],
    ]);
  });

  it('of a new schedule is reckoned before it has a name', () => {
    const { schedule } = previewOf(
      { ...start, title: '', name: '' },
      { from: now },
    );
    expect(schedule).toMatchObject({ name: 'preview', revisions: [] });
  });

  it('still fits when somebody made an override, and not when somebody edited', () => {
    const overridden = aSchedule({
      version: 2,
      definition: {
        ...definition,
        absences: [
          {
            ...{ id: 'a', user: 'user:default/ada' },
            ...{ from: '2026-12-01T00:00', to: '2026-12-02T00:00' },
          },
        ],
      },
    });
    expect(isStill(kept, overridden)).toBe(true);
    expect(isStill(kept, aSchedule({ definition: revised }))).toBe(false);
    expect(
      isStill(kept, aSchedule({ archivedAt: '2026-11-20T07:00:00.000Z' })),
    ).toBe(false);
  });

  it('is told by the clock of the schedule', () => {
    expect(instantOf('2026-12-24T09:00', 'Europe/Berlin')).toBe(
      '2026-12-24T08:00:00.000Z',
    );
    expect(instantOf('', 'Europe/Berlin')).toBeUndefined();
    expect(wallOf('2026-12-24T08:00:00.000Z', 'Europe/Berlin')).toBe(
      '2026-12-24T09:00',
    );
    expect(wallOf('2026-12-24', 'Europe/Berlin')).toBe('2026-12-24T00:00');
    expect(wallOf('', 'Europe/Berlin')).toBe('');
  });
});
