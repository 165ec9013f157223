import { readRunbookText } from './readRunbookText';

const read = (text: string, path = 'queue-full.md') =>
  readRunbookText(text, path);

describe('readRunbookText', () => {
  it('reads all fields', () => {
    const { runbook, remarks } = read(
      [
        '---',
        'title: The queue is full',
        'alerts: [QueueFull*, QueueSlow]',
        'severities: [SEV1, SEV2]',
        'last_reviewed: 2026-10-29',
        'executable_by: anybody on call',
        'rare: true',
        'owner: ignored',
        '---',
        '',
        '# Heading',
        '',
        '- [ ] one',
      ].join('\n'),
    );
    expect(remarks).toEqual([]);
    expect(runbook).toEqual({
      title: 'The queue is full',
      alerts: ['QueueFull*', 'QueueSlow'],
      severities: ['SEV1', 'SEV2'],
      lastReviewed: '2026-10-29',
      executableBy: 'anybody on call',
      rare: true,
      steps: 1,
      markdown: '\n# Heading\n\n- [ ] one',
    });
  });

  it.each([
    [
      'first heading',
      '# The *queue* is `full` [now](http://x)\n',
      'The queue is full now',
    ],
    ['first heading of any level', 'text\n\nQueue\n-----\n# Other', 'Queue'],
    ['file name', 'no heading', 'Queue full'],
    ['file name, also when the file is empty', '', 'Queue full'],
    [
      'file name, when a fence only shows a heading',
      '```\n# no\n```',
      'Queue full',
    ],
    [
      'front matter, with Windows line ends',
      '---\r\ntitle: W\r\n---\r\n# H',
      'W',
    ],
    ['heading, when the title is empty', '---\ntitle: ""\n---\n# H', 'H'],
  ])('takes the title from the %s', (_, text, title) => {
    expect(read(text).runbook.title).toBe(title);
  });

  it.each([
    ['2026-10-29', '2026-10-29'],
    ['"2026-10-29"', '2026-10-29'],
    ['2026-10-29T23:30:00+09:00', '2026-10-29'],
    ['2026-10-29 (Ada)', '2026-10-29'],
    ['', undefined],
  ])('reads last_reviewed: %s', (value, day) => {
    const { runbook, remarks } = read(`---\nlast_reviewed: ${value}\n---\n`);
    expect(runbook.lastReviewed).toBe(day);
    expect(remarks).toEqual([]);
  });

  it.each([
    ['one text', 'alerts: Queue*', ['Queue*']],
    ['nothing', 'alerts:', []],
    ['numbers', 'alerts: [500]', ['500']],
  ])('reads alerts that are %s', (_, line, alerts) => {
    expect(read(`---\n${line}\n---\n`).runbook.alerts).toEqual(alerts);
  });

  it.each([
    ['alerts: [a: [', /^queue-full\.md: its front matter is not YAML: /],
    ['- a list', /front matter is not a list of fields/],
    ['just words', /front matter is not a list of fields/],
    ['title: [a]', /"title" in its front matter is not text/],
    ['rare: perhaps', /"rare" in its front matter is neither true nor false/],
    ['last_reviewed: last spring', /"last_reviewed" .* not a day such as/],
    ['alerts: {a: b}', /"alerts" in its front matter may have up to 100/],
    [`alerts: [${'x'.repeat(300)}]`, /"alerts" in its front matter/],
    ['evil: !!js/function "function () {}"', /is not YAML/],
  ])('offers the file in spite of %s, and says so', (line, remark) => {
    const { runbook, remarks } = read(`---\n${line}\n---\n# Queue\n- [ ] a`);
    expect(runbook).toMatchObject({ title: 'Queue', steps: 1, alerts: [] });
    expect(runbook.markdown).toBe('# Queue\n- [ ] a');
    expect(remarks).toEqual([expect.stringMatching(remark)]);
  });

  it('takes rules in a text for what they are', () => {
    const text = '# A --- b\n\n---\n\ntitle: no\n\n---\n';
    expect(read(text)).toMatchObject({
      runbook: { title: 'A --- b', markdown: text },
      remarks: [],
    });
  });

  it.each([
    ['- [ ] a\n- [x] b\n* [X] c\n1. [ ] d', 4],
    ['- [ ] a\n  - [ ] nested\n    1. [ ] deeper', 3],
    ['> - [ ] quoted', 1],
    ['- [ ] a\n\n- [ ] loose', 2],
    ['```\n- [ ] in a fence\n```\n\n    - [ ] in code', 0],
    ['- [] a\n- [ ]b\n- [ ]\n- [y] c\n- a [ ] b', 0],
    ['[ ] no list', 0],
  ])('counts the steps of %j', (text, steps) => {
    expect(read(text).runbook.steps).toBe(steps);
  });

  it.each([
    ['>'.repeat(500_000)],
    ['- '.repeat(250_000)],
    ['['.repeat(500_000)],
    [`---\n${'a: &a [*a]\n'.repeat(10_000)}`],
    [`---\n${'- '.repeat(100_000)}\n---\n`],
  ])('survives hostile text', text => {
    expect(read(text).runbook.title).not.toBe('');
  });
});
