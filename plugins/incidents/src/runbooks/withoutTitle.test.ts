import { withoutTitle } from './withoutTitle';

describe('a runbook below its title', () => {
  it('does not say it twice', () => {
    expect(withoutTitle('\n# Errors #\n\nDo this.', 'errors')).toBe('Do this.');
  });

  it('keeps a first heading that says something else', () => {
    expect(withoutTitle('# Check\n\nx', 'Errors')).toBe('# Check\n\nx');
  });

  it('keeps a text without a heading', () => {
    expect(withoutTitle('Errors', 'Errors')).toBe('Errors');
  });
});
