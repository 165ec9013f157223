import { demoteHeadings } from './demoteHeadings';

describe('the headings of a runbook', () => {
  it('begin at the level that the page has left for them', () => {
    expect(demoteHeadings('# A\n\n## B\n\ntext', 3)).toBe(
      '### A\n\n#### B\n\ntext',
    );
    expect(demoteHeadings('### A\n\n#### B', 3)).toBe('### A\n\n#### B');
    expect(demoteHeadings('#### A', 3)).toBe('### A');
  });

  it('end at the sixth level', () => {
    expect(demoteHeadings('# A\n##### B', 4)).toBe('#### A\n###### B');
  });

  it('leave comments in fenced code alone', () => {
    const code = '```sh\n# not a heading\n```';
    expect(demoteHeadings(`# A\n${code}\n## B`, 3)).toBe(
      `### A\n${code}\n#### B`,
    );
    const nested = '````\n```\n# still code\n````';
    expect(demoteHeadings(`${nested}\n# A`, 3)).toBe(`${nested}\n### A`);
  });

  it('may be absent', () => {
    expect(demoteHeadings('just text #1', 3)).toBe('just text #1');
  });
});
