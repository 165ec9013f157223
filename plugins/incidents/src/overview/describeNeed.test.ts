import { needKinds } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { describeNeed } from './describeNeed';

const need = { since: testNow, count: 5, incidentKeys: [] };

describe('a need', () => {
  it.each(needKinds)('of kind %s leads somewhere', kind => {
    expect(describeNeed({ ...need, kind }).to).toBeTruthy();
  });

  it('names the first incidents and how many there are besides', () => {
    const keys = ['INC-1', 'INC-2', 'INC-3', 'INC-4', 'INC-5'];
    expect(
      describeNeed({ ...need, kind: 'not-acknowledged', incidentKeys: keys }),
    ).toEqual({
      to: 'incidents',
      keys: ['INC-1', 'INC-2', 'INC-3'],
      more: 2,
      status: 'declared',
    });
  });

  it('has no list for incidents without a runbook: no filter knows them', () => {
    expect(describeNeed({ ...need, kind: 'no-runbook' })).not.toHaveProperty(
      'status',
    );
  });
});
