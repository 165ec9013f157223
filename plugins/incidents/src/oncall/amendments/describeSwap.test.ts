import { testNow } from 'backstage-plugin-incidents-common/testing';
import { aShift } from '../testing/aShift';
import { givable, swapOf, takable } from './describeSwap';

const now = new Date(testNow);
const bo = { ref: 'user:default/bo', displayName: 'Bo' };
const later = {
  ...{ from: '2099-11-21T08:00:00.000Z', to: '2099-11-22T08:00:00.000Z' },
};
const adas = aShift({ ...later });
const bos = aShift({ ...later, person: bo });
const over = aShift({ to: testNow });
const shadow = aShift({ ...later, shadow: true });
const shifts = [adas, bos, over, shadow];
const any = { update: false, overrideOwn: true, overrideAny: true };
const own = { ...any, overrideAny: false };
const me = adas.person.ref;

describe('a swap', () => {
  it('offers shifts that are not over, and no shadows', () => {
    expect(givable({ shifts, now, can: any, me })).toEqual([adas, bos]);
  });

  it('offers who may change nothing else their own', () => {
    expect(givable({ shifts, now, can: own, me })).toEqual([adas]);
  });

  it('is with somebody else', () => {
    expect(takable(adas, { shifts, now })).toEqual([bos]);
  });

  it('is on their level', () => {
    expect(swapOf(adas, bos, ' a wedding ')).toEqual({
      ...{ level: 'Primary', reason: 'a wedding' },
      between: [
        { user: me, ...later },
        { user: bo.ref, ...later },
      ],
    });
  });

  it('is on all levels, when the shifts are on two', () => {
    expect(swapOf(adas, { ...bos, level: 2 }, '')).not.toHaveProperty('level');
  });
});
