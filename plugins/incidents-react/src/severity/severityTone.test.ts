import { aScheme } from 'backstage-plugin-incidents-common/testing';
import { rankOfSeverity, severityTone } from './severityTone';

describe('the colour of a severity', () => {
  it('follows its rank, and is quiet when the rank is unknown', () => {
    expect([1, 2, 3, 4, 9, undefined].map(severityTone)).toEqual([
      'critical',
      'major',
      'minor',
      'low',
      'low',
      'low',
    ]);
  });

  it('is found by the scheme, whatever its levels are called', () => {
    expect(rankOfSeverity(aScheme(), 'SEV2')).toBe(2);
    expect(rankOfSeverity(aScheme(), 'P1')).toBeUndefined();
    expect(rankOfSeverity(undefined, 'SEV2')).toBeUndefined();
  });
});
