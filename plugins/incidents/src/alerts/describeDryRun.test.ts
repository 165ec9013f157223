import { describeDryRunDraft, pastDelivery } from './describeDryRun';

describe('a dry run', () => {
  it.each([
    ['alert=a1', { alert: 'a1' }],
    ['deadLetter=d1', { deadLetter: 'd1' }],
    ['delivery=d2', { delivery: 'd2' }],
    ['', undefined],
  ])('of %s asks for %j', (search, question) => {
    expect(pastDelivery(new URLSearchParams(search))).toEqual(question);
  });

  it('of a pasted body sends it as it is', () => {
    const draft = { integration: ' prometheus ', body: ' {"a": 1}\n' };
    expect(describeDryRunDraft(draft)).toEqual({
      missing: [],
      question: { integration: 'prometheus', body: ' {"a": 1}\n' },
    });
  });

  it('says what is missing', () => {
    expect(describeDryRunDraft({ integration: ' ', body: '\n' })).toEqual({
      missing: ['integration', 'body'],
    });
  });
});
