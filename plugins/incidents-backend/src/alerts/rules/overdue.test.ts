import {
  beginWatch,
  expectedBy,
  hear,
  isOverdue,
  lookAgain,
  type Watch,
} from './overdue';

const at = (time: string) => new Date(`2026-11-20T${time}Z`);
const minute = 60_000;
/** Every hour, twenty minutes late at most. */
const pace = { every: 60 * minute, grace: 20 * minute };
const begun = beginWatch(at('03:00:00'));

/** Looks every 15 seconds, as the task does. */
function watchUntil(watch: Watch, until: Date): Watch {
  let watched = watch;
  for (let now = +watch.lookedAt + 15_000; now <= +until; now += 15_000) {
    watched = lookAgain(watched, pace, new Date(now));
  }
  return watched;
}

describe('a signal is overdue', () => {
  it.each<[string, Watch]>([
    ['from when it came into the config', begun],
    ['from its last', hear(beginWatch(at('02:30:00')), at('03:00:00'))],
  ])('an interval and its grace %s', (_, watch) => {
    expect(expectedBy(watch, pace)).toEqual(at('04:00:00'));
    const late = watchUntil(watch, at('04:20:00'));
    expect(isOverdue(late, pace, at('04:19:59.999'))).toBe(false);
    expect(isOverdue(late, pace, at('04:20:00'))).toBe(true);
  });

  it('not by a signal that a clock behind ours dates back', () => {
    const watch = hear(hear(begun, at('03:30:00')), at('03:29:00'));
    expect(watch.lastSeenAt).toEqual(at('03:30:00'));
  });
});

describe('a portal that was away', () => {
  /** Back at a time, after a look at another. */
  const back = (last: string, now: string) =>
    lookAgain(watchUntil(begun, at(last)), pace, at(now));

  it.each([
    ['looks one after the other', '03:59:45', '04:00:00', '04:20:00'],
    ['a minute, which is a late look', '04:10:00', '04:11:00', '04:20:00'],
    ['longer, and a grace from its return', '04:10:00', '04:15:00', '04:35:00'],
    [
      'early, so that the grace was all there',
      '03:10:00',
      '03:20:00',
      '04:20:00',
    ],
    ['no longer than the grace', '03:55:00', '04:15:00', '04:35:00'],
    ['longer than the grace: anew', '03:55:00', '04:15:15', '05:35:15'],
    ['for days: anew', '03:55:00', '23:00:00', '24:20:00'],
  ])('%s', (_, last, now, due) => {
    const watch = back(last, now);
    const [hours, rest] = [Number(due.slice(0, 2)), due.slice(2)];
    const then = new Date(
      +at(`${String(hours % 24).padStart(2, '0')}${rest}`) +
        (hours >= 24 ? 24 * 60 * minute : 0),
    );
    const soon = watchUntil(watch, then);
    expect(isOverdue(soon, pace, new Date(+then - 1))).toBe(false);
    expect(isOverdue(soon, pace, then)).toBe(true);
  });

  it('still knows what it had told', () => {
    const told = { ...begun, missingSince: at('02:00:00') };
    expect(lookAgain(told, pace, at('23:00:00')).missingSince).toEqual(
      at('02:00:00'),
    );
  });

  it('does not take a clock that is behind for time', () => {
    expect(lookAgain(begun, pace, at('02:00:00'))).toEqual(begun);
  });
});

it('a signal ends an absence', () => {
  const told = { ...begun, missingSince: at('04:00:00') };
  expect(hear(told, at('05:00:00'))).toEqual({
    ...begun,
    lastSeenAt: at('05:00:00'),
    missingSince: undefined,
  });
});
