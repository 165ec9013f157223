import { heartbeatStatuses } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { describeHeartbeat } from './describeHeartbeat';

describe('a heartbeat', () => {
  it('is urgent when it stays away', () => {
    const urgent = heartbeatStatuses.filter(
      status => describeHeartbeat({ id: 'a', status }).isUrgent,
    );
    expect(urgent).toEqual(['missing', 'late']);
  });

  it('tells since when it is missing, or when it is expected', () => {
    const about = { id: 'a', status: 'missing' as const };
    expect(describeHeartbeat(about).shownAs).toBe('expected');
    expect(describeHeartbeat({ ...about, missingSince: testNow }).shownAs).toBe(
      'missingSince',
    );
  });

  it('is silenced by its own id', () => {
    const { matchers } = describeHeartbeat({ id: 'backup', status: 'heard' });
    expect(matchers).toContainEqual({
      ...{ label: 'heartbeat', op: 'equals', value: 'backup' },
    });
  });
});
