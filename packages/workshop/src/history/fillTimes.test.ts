import { fillTimes } from './fillTimes';

describe('fillTimes', () => {
  it('puts dates where seconds before the end stand, however deep', () => {
    const body = {
      alerts: [{ startsAt: { $t: -90 }, labels: { service: 'checkout' } }],
      at: { $t: 0 },
      none: null,
      count: 2,
    };

    expect(fillTimes(body, new Date('2026-11-20T07:00:00Z'))).toEqual({
      alerts: [
        {
          startsAt: '2026-11-20T06:58:30.000Z',
          labels: { service: 'checkout' },
        },
      ],
      at: '2026-11-20T07:00:00.000Z',
      none: null,
      count: 2,
    });
  });
});
