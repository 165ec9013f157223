import type { Words } from '../../translation';
import { describeRotation } from './describeRotation';
import { draftOf, type RotationDraft } from './draftSchedule';
import { en } from './messages';
import { templateOf } from './scheduleTemplates';

/** The English words, filled in. */
const t = ((key: string, filling: Record<string, unknown> = {}) => {
  const one = filling.count === 1 ? `${key}_one` : `${key}_other`;
  const words = en as Record<string, string>;
  return (words[key] ?? words[one]).replace(/{{(\w+)}}/g, (_, name) =>
    String(filling[name]),
  );
}) as unknown as Words;

const now = new Date('2026-11-20T07:00:00Z');
const begun = templateOf('sun', name => name, now);
const about = { title: '', name: '', timeZone: 'UTC' };
const [asia] = draftOf({ ...about, ...begun }).levels[0].rotations;
const seat = { key: 0, users: ['user:default/ada'] };

it.each<[Partial<RotationDraft>, string]>([
  [{}, 'nobody yet · a week each · hand-off Mon 00:00 · Mon–Sun 00:00–08:00'],
  [
    { seats: [seat], every: '12', unit: 'hours', windows: [] },
    '1 turn-taker · 12 hours each · hand-off 00:00',
  ],
])('a rotation is one line: %#', (part, line) => {
  expect(describeRotation({ ...asia, ...part }, { t, language: 'en' })).toBe(
    line,
  );
});
