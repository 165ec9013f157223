import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert, testNow } from 'backstage-plugin-incidents-common/testing';
import { reconsider, reconsideredEntry } from './reconsider';

const now = new Date(testNow);
const silence = (value: string, id = value) => ({
  ...{ id, reason: 'known', createdBy: { type: 'user', ref: 'ada' } as const },
  matchers: [{ label: 'severity', op: 'equals' as const, value }],
  ...{ startsAt: testNow, endsAt: '2026-11-20T04:00:00.000Z' },
});
const alert = (outcome: Alert['triage']['outcome'], about = {}): Alert =>
  anAlert({
    ...{ severity: 'SEV1', incidentKey: undefined },
    triage: { outcome, reason: 'it was so' },
    ...about,
  });
const recorded = alert('recorded');
const silenced = alert('silenced');
const unrouted = alert('unrouted', { entityRef: undefined });

type Held = Parameters<typeof reconsider>[0];
type Expected = { outcome: string; silenceId?: string };
type Silences = ReturnType<typeof silence>[];

const decide = (held: Held, silences: Silences, isJudgedAnew = true) =>
  reconsider(held, {
    ...{ now, isJudgedAnew },
    holds: { silences, maintenance: [] },
  });

describe('an alert without an incident that fires again', () => {
  it.each<[string, Held, Silences, Expected]>([
    ['that was recorded', { alert: recorded }, [], { outcome: 'recorded' }],
    [
      'that a silence matches now',
      { alert: recorded },
      [silence('SEV1')],
      { outcome: 'silenced', silenceId: 'SEV1' },
    ],
    [
      'of nobody that a silence matches now',
      { alert: unrouted },
      [silence('SEV1')],
      { outcome: 'silenced', silenceId: 'SEV1' },
    ],
    [
      'that its silence matches no more',
      { alert: silenced, silenceId: 'SEV3' },
      [silence('SEV3')],
      ...([{ outcome: 'recorded' }] as const),
    ],
    [
      'that another silence matches now',
      { alert: silenced, silenceId: 'SEV3' },
      [silence('SEV3'), silence('SEV1')],
      { outcome: 'silenced', silenceId: 'SEV1' },
    ],
  ])('%s goes its way anew', (_, held, silences, { outcome, silenceId }) => {
    expect(decide(held, silences)).toMatchObject({
      alert: { triage: { outcome } },
      ...(silenceId && { silenceId }),
    });
  });

  it.each<[string, Held, Silences, boolean]>([
    ['as severe as before', { alert: recorded }, [silence('SEV1')], false],
    ['under maintenance', { alert: alert('maintenance') }, [], true],
    ['nobody’s still', { alert: unrouted }, [], true],
    [
      'in an incident',
      { alert: alert('attached', { incidentKey: 'INC-1' }) },
      [],
      true,
    ],
    [
      'silenced still',
      { alert: silenced, silenceId: 'SEV1' },
      [silence('SEV1')],
      true,
    ],
    [
      'held by a silence that is not known here',
      { alert: silenced, silenceId: 'other' },
      [],
      true,
    ],
  ])('stays where it is when it is %s', (_, held, silences, isJudgedAnew) => {
    expect(decide(held, silences, isJudgedAnew)).toBeUndefined();
  });

  it('is told with its reason, and as silenced if it is', () => {
    const triage = { outcome: 'attached' as const, reason: 'INC-1 is open' };
    const told = reconsideredEntry({
      ...recorded,
      triage,
      incidentKey: 'INC-1',
    });
    expect(told).toMatchObject({
      ...{ kind: 'alert.routed', incidentKey: 'INC-1' },
      text: 'HighErrorRate fires as SEV1 now: INC-1 is open',
    });
    expect(reconsideredEntry(silenced).kind).toBe('alert.silenced');
  });
});
