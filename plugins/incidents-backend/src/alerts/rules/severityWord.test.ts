import { severityWord } from './severityWord';

describe('the word of a monitor for how bad it is', () => {
  it.each([
    [
      'is what its source found',
      { severity: 'page' },
      { priority: 'P1' },
      'page',
    ],
    [
      'is the first label that has one',
      {},
      { level: 'bad', priority: 'P1' },
      'P1',
    ],
    ['is no empty label', {}, { priority: '', level: 'bad' }, 'bad'],
    ['may be missing', {}, { team: 'shop' }, undefined],
  ])('%s', (_, said, labels, expected) => {
    const signal = { ...said, labels: labels as Record<string, string> };
    expect(severityWord(signal, ['priority', 'level'])).toBe(expected);
  });
});
