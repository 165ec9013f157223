import { toCsv, type Cell } from './csv';

describe('toCsv', () => {
  it.each<[string, Cell[][], string]>([
    ['nothing', [], ''],
    ['plain cells', [['a', 1, 2.5]], 'a,1,2.5\r\n'],
    ['rows', [['a'], ['b']], 'a\r\nb\r\n'],
    ['an empty cell', [['', 'b']], ',b\r\n'],
    ['a comma', [['a,b', 'c']], '"a,b",c\r\n'],
    ['quotes', [['say "hi"']], '"say ""hi"""\r\n'],
    ['lines', [['a\nb', 'c\r\nd']], '"a\nb","c\r\nd"\r\n'],
    ['any writing', [['葵 🔥']], '葵 🔥\r\n'],
    ['a formula', [['=1+1']], "'=1+1\r\n"],
    [
      'a formula with quotes',
      [['=HYPERLINK("x","y")']],
      '"\'=HYPERLINK(""x"",""y"")"\r\n',
    ],
    ['a sum', [['+1', '-1', '@A1']], "'+1,'-1,'@A1\r\n"],
    ['a formula behind a tab', [['\t=1']], "'\t=1\r\n"],
    ['a formula behind a return', [['\r=1']], '"\'\r=1"\r\n'],
    ['a wide formula', [['＝1']], "'＝1\r\n"],
    ['a number below zero, which is no text', [[-1]], '-1\r\n'],
    ['a formula sign within', [['a=1']], 'a=1\r\n'],
  ])('writes %s', (_, rows, expected) => {
    expect(toCsv(rows)).toBe(expected);
  });
});
