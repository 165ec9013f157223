import { aScheme, testNow } from 'backstage-plugin-incidents-common/testing';
import { describeState } from './describeState';
import { aDetail } from './testing/aDetail';

describe('the state of an incident', () => {
  it('waits for a person until somebody takes it', () => {
    expect(describeState(aDetail()).isWaiting).toBe(true);
    const taken = aDetail({ acknowledgedAt: testNow });
    expect(describeState(taken).isWaiting).toBe(false);
  });

  it('runs on while it is open and ends when it was resolved', () => {
    expect(describeState(aDetail()).endedAt).toBeUndefined();
    const resolvedAt = '2026-11-20T04:00:00.000Z';
    const over = aDetail({ status: 'resolved', resolvedAt });
    expect(describeState(over)).toMatchObject({
      isOpen: false,
      endedAt: resolvedAt,
    });
  });

  it('ends a dismissed one with its last change', () => {
    const gone = aDetail({ status: 'dismissed', updatedAt: testNow });
    expect(describeState(gone).endedAt).toBe(testNow);
  });

  it('brings the definition of its severity', () => {
    expect(describeState(aDetail()).level?.criteria).toBe('What SEV2 means.');
  });

  it('says when the definition changed since', () => {
    const value = aScheme({ version: 'v2' });
    const changed = aDetail({ severities: { status: 'ok', value } });
    expect(describeState(changed).definitionChanged).toBe(true);
    expect(describeState(aDetail()).definitionChanged).toBe(false);
  });

  it('claims nothing about a definition that could not be read', () => {
    const severities = { status: 'failed' as const, reason: 'no answer' };
    expect(describeState(aDetail({ severities }))).toMatchObject({
      level: undefined,
      definitionChanged: false,
    });
  });

  it('lists what was reached, in order', () => {
    const detail = aDetail({
      mitigatedAt: '2026-11-20T03:20:00.000Z',
      acknowledgedAt: '2026-11-20T03:05:00.000Z',
    });
    expect(describeState(detail).milestones.map(m => m.name)).toEqual([
      'acknowledged',
      'mitigated',
    ]);
  });
});
