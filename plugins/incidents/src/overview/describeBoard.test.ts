import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { describeBoard, isWaiting } from './describeBoard';

describe('the board', () => {
  it('has the worst lane first, whatever its level is called', () => {
    const lanes = describeBoard([
      anIncident({ key: 'INC-1', severity: 'SEV3', severityRank: 3 }),
      anIncident({ key: 'INC-2', severity: 'P1', severityRank: 1 }),
      anIncident({ key: 'INC-3', severity: 'SEV1', severityRank: 1 }),
    ]);
    expect(lanes.map(lane => lane.severity)).toEqual(['P1', 'SEV1', 'SEV3']);
  });

  it('puts what nobody has taken before the rest of its lane, then the oldest', () => {
    const [lane] = describeBoard([
      anIncident({
        key: 'INC-1',
        status: 'investigating',
        declaredAt: '2026-11-20T01:00:00.000Z',
      }),
      anIncident({
        key: 'INC-2',
        status: 'investigating',
        declaredAt: '2026-11-20T00:00:00.000Z',
      }),
      anIncident({ key: 'INC-3', declaredAt: '2026-11-20T02:00:00.000Z' }),
    ]);
    expect(lane.incidents.map(incident => incident.key)).toEqual([
      'INC-3',
      'INC-2',
      'INC-1',
    ]);
  });

  it('is empty when nothing is open', () => {
    expect(describeBoard([])).toEqual([]);
  });

  it('does not call an acknowledged incident neglected', () => {
    const acknowledgedAt = '2026-11-20T03:00:00.000Z';
    expect(isWaiting(anIncident())).toBe(true);
    expect(isWaiting(anIncident({ acknowledgedAt }))).toBe(false);
    expect(isWaiting(anIncident({ status: 'identified' }))).toBe(false);
  });
});
