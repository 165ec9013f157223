import type { TimelineEntry } from 'backstage-plugin-incidents-common';
import { foldTimeline } from './foldTimeline';

const entry = (
  id: string,
  about: Partial<TimelineEntry> = {},
): TimelineEntry => ({
  id,
  at: `2026-11-20T03:0${id}:00.000Z`,
  kind: 'alert.repeated',
  actor: { type: 'integration', ref: 'prometheus' },
  text: '',
  details: {},
  alertId: 'a1',
  ...about,
});

const told = (entries: TimelineEntry[]) =>
  foldTimeline(entries).map(line => [line.entry.id, line.times, line.since]);

describe('the folded timeline', () => {
  it('makes one line of an alert that fires again and again', () => {
    expect(told([entry('3'), entry('2'), entry('1')])).toEqual([
      ['3', 3, '2026-11-20T03:01:00.000Z'],
    ]);
  });

  it('keeps the repetitions of two alerts apart', () => {
    const lines = told([entry('2'), entry('1', { alertId: 'a2' })]);
    expect(lines).toHaveLength(2);
  });

  it('does not fold across anything else', () => {
    const note = entry('2', { kind: 'note.added' });
    expect(told([entry('3'), note, entry('1')])).toHaveLength(3);
  });

  it('keeps a repetition that changed the severity', () => {
    const worse = entry('2', { details: { from: 'SEV3', to: 'SEV2' } });
    expect(told([entry('3'), worse, entry('1')])).toHaveLength(3);
  });

  it('never folds notes', () => {
    const notes = ['2', '1'].map(id => entry(id, { kind: 'note.added' }));
    expect(told(notes)).toHaveLength(2);
  });
});
