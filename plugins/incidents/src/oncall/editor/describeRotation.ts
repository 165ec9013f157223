import type { Words } from '../../translation';
import { describeWeekday, describeWeekdays } from './describeWeekday';
import type { RotationDraft } from './draftSchedule';

/** A rotation in one line: how many people, how long, when they hand over, and when it is on call at all. */
export function describeRotation(
  rotation: RotationDraft,
  { t, language }: { t: Words; language: string },
): string {
  const { seats, every, unit, weekday, windows } = rotation;
  const count = Number.parseFloat(every);
  const day =
    unit === 'weeks' && weekday
      ? `${describeWeekday(weekday, language, 'short')} `
      : '';
  return [
    seats.length
      ? t('editor.rotation.people', { count: seats.length })
      : t('editor.rotation.nobody'),
    count === 1
      ? t(`editor.rotation.one.${unit}`)
      : t(`editor.rotation.many.${unit}`, { every }),
    t('editor.rotation.handoff', { at: `${day}${rotation.time}` }),
    ...windows.map(
      ({ days, from, to }) =>
        `${describeWeekdays(days, language)} ${from}–${to}`,
    ),
  ].join(' · ');
}
