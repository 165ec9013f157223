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

  it('makes one line of all whom one call reached, in their order', () => {
    const sent = (id: string, about: object = {}) =>
      entry(id, {
        ...{ kind: 'page.sent', alertId: undefined },
        details: {
          ...{ target: 'level 1', notifier: 'portal', step: 1, round: 1 },
          ...{ people: [{ ref: `user:default/${id}`, name: id }], ...about },
        },
      });
    const [line, ...others] = foldTimeline([sent('3'), sent('2'), sent('1')]);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ entry: { id: '3' }, times: 1 });
    expect(line.entry.details.people).toMatchObject(
      ['1', '2', '3'].map(name => ({ name })),
    );
    for (const other of [
      ...[{ step: 2 }, { round: 2 }, { notifier: 'webhook' }],
      ...[{ target: 'level 2' }],
    ]) {
      expect(foldTimeline([sent('2', other), sent('1')])).toHaveLength(2);
    }
  });

  it('does not fold somebody who could not be told', () => {
    const failed = entry('2', { kind: 'page.failed' });
    expect(told([failed, entry('1', { kind: 'page.sent' })])).toHaveLength(2);
  });

  it('never folds notes', () => {
    const notes = ['2', '1'].map(id => entry(id, { kind: 'note.added' }));
    expect(told(notes)).toHaveLength(2);
  });
});
