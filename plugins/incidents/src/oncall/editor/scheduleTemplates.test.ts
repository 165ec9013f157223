import { weekdays, type Rotation } from 'backstage-plugin-incidents-common';
import { scheduleDefinitionSchema } from 'backstage-plugin-incidents-common/schemas';
import { scheduleTemplates, templateOf } from './scheduleTemplates';

const now = new Date('2026-11-20T07:00:00Z');
const hours = (time: string) => Number(time.slice(0, 2));

/** The hours of the week in which a rotation is on call. */
function hoursOf({ windows }: Rotation): number[] {
  if (!windows) return Array.from({ length: 168 }, (_, hour) => hour);
  return windows.flatMap(({ days, from, to }) =>
    days.flatMap(day => {
      const length = hours(to) - hours(from);
      const start = weekdays.indexOf(day) * 24 + hours(from);
      return Array.from(
        { length: length > 0 ? length : length + 24 },
        (_, hour) => (start + hour) % 168,
      );
    }),
  );
}

describe.each(scheduleTemplates)('the template %s', template => {
  const { timeZone = 'UTC', levels } = templateOf(template, name => name, now);

  it('is a schedule', () => {
    const about = { name: 'checkout', title: 'Checkout', timeZone };
    expect(
      scheduleDefinitionSchema.safeParse({ ...about, levels }).error,
    ).toBeUndefined();
  });

  it('has each hour of the week once on each level', () => {
    for (const { rotations } of levels) {
      const all = rotations.flatMap(hoursOf).sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: 168 }, (_, hour) => hour));
    }
  });

  it('has begun when it is made', () => {
    for (const { startsAt } of levels.flatMap(level => level.rotations))
      expect(startsAt).toBe('2026-11-16');
  });
});
