import { namedLinks, noteFields } from './notes';

describe('the lines of a note', () => {
  it('name fields', () => {
    const note = `Answers of checkout are slow.
runbook_url: https://runbooks.example.com/checkout
- Backstage_Entity = component:default/checkout
See https://example.com and note: nothing at the start of a line here`;
    expect(noteFields(note)).toEqual({
      runbook_url: 'https://runbooks.example.com/checkout',
      backstage_entity: 'component:default/checkout',
    });
  });

  it.each([undefined, '', 'a sentence', ':', 'runbook:'])(
    'may be none: %j',
    note => {
      expect(noteFields(note)).toEqual({});
    },
  );

  it('bring links in the order of who says it', () => {
    expect(
      namedLinks({ dashboard: 'd' }, { runbook_url: 'r', other: 'o' }),
    ).toEqual([
      { title: 'Dashboard', type: 'dashboard', url: 'd' },
      { title: 'Runbook', type: 'runbook', url: 'r' },
    ]);
  });
});
