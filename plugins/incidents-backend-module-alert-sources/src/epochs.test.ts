import { readEpoch } from './epochs';

describe('an instant as a count since 1970', () => {
  const at = new Date('2026-11-20T03:04:05.000Z');
  const precisely = new Date('2026-11-20T03:04:05.678Z');

  it.each([
    [1795143845, at],
    ['1795143845', at],
    [' 1795143845 ', at],
    [1795143845.678, precisely],
    ['1795143845.678', precisely],
    [1795143845678, precisely],
    ['1795143845678', precisely],
    [1795143845678123, precisely],
    ['1795143845678123', precisely],
    [1795143845678123000, precisely],
    ['1795143845678123456', precisely],
  ])('reads %p', (value, instant) => {
    expect(readEpoch(value)).toEqual(instant);
  });

  it.each([
    ...[0, '0', 7, -1795143845, 1e8 - 1, 1e20, 1e308, NaN, Infinity],
    ...['', ' ', 'soon', '1e9', '0x6b49d200', '2026-11-20T03:04:05Z', '$DATE'],
    ...['1'.repeat(21), '1'.repeat(100_000), '179514384 5', '-1795143845'],
    ...[null, undefined, true, [1795143845], {}, at],
  ])('makes nothing of %p', value => {
    expect(readEpoch(value)).toBeUndefined();
  });

  it('takes each count for one unit only', () => {
    expect(readEpoch(1e8)).toEqual(new Date('1973-03-03T09:46:40.000Z'));
    expect(readEpoch(1e11 - 1)?.getUTCFullYear()).toBe(5138);
    expect(readEpoch(1e11)).toEqual(new Date('1973-03-03T09:46:40.000Z'));
    expect(readEpoch(1e14)).toEqual(new Date('1973-03-03T09:46:40.000Z'));
    expect(readEpoch(1e17)).toEqual(new Date('1973-03-03T09:46:40.000Z'));
  });
});
