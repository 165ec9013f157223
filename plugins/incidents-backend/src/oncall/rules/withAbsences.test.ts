import { aSchedule } from '../../testing/oncall/aSchedule';
import { layAhead } from './layAhead';
import { withAbsences } from './withAbsences';

const window = {
  from: new Date('2026-11-20T00:00:00Z'),
  to: new Date('2026-12-04T00:00:00Z'),
};
const schedule = aSchedule();
const [first] = schedule.levels[0].rotations[0].participants as string[];
const absence = (user: string, from: string, to: string) => ({
  ...{
    id: `${user} ${from}`,
    user,
    from,
    to,
    madeAt: window.from.toISOString(),
  },
});
const told = (user: string, from: string, to: string) =>
  withAbsences(schedule, new Map([[user, [absence(user, from, to)]]]), window);

describe('a schedule with what calendars say', () => {
  it('is the schedule itself when they say nothing of its people and its time', () => {
    const [from, to] = ['2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z'];
    expect(withAbsences(schedule, new Map(), window)).toBe(schedule);
    expect(told('user:default/nobody', from, to)).toBe(schedule);
    expect(told(first, '2026-12-05T00:00:00Z', '2026-12-06T00:00:00Z')).toBe(
      schedule,
    );
  });

  it('lets nobody be on call who is away, and leaves what people keep as it is', () => {
    const before = structuredClone(schedule);
    const [from, to] = ['2026-11-19T00:00:00Z', '2026-12-05T00:00:00Z'];
    const { shifts } = layAhead(told(first, from, to), window.from);
    expect(shifts.map(({ person }) => person.ref)).not.toContain(first);
    expect(schedule).toEqual(before);
  });
});
