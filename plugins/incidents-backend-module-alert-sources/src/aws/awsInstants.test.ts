import { readAwsInstant } from './awsInstants';

describe('an instant of AWS', () => {
  it.each([
    ['2026-11-20T03:00:01.123+0000', '2026-11-20T03:00:01.123Z'],
    ['2026-11-20T03:00:01Z', '2026-11-20T03:00:01.000Z'],
    ['Fri, 20 Nov 2026 03:00:01 GMT', '2026-11-20T03:00:01.000Z'],
    ['Fri, 6 Nov 2026 03:00:01 GMT', '2026-11-06T03:00:01.000Z'],
  ])('reads %s', (text, instant) => {
    expect(readAwsInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    undefined,
    {},
    0,
    '2026-11-20T03:00:01',
    'Fri, 20 Nov 2026 03:00:01',
    'Xyz, 99 Abc 2026 03:00:01 GMT',
    'Thu, 1 Jan 1970 00:00:00 GMT',
  ])('finds none in %j', text => {
    expect(readAwsInstant(text)).toBeUndefined();
  });
});
