import { anAlert, testNow } from 'backstage-plugin-incidents-common/testing';
import type { Alert } from 'backstage-plugin-incidents-common';
import { aSignal } from '../../testing/aSignal';
import { stepsOf, type Rehearsed } from './stepsOf';

const entityRef = 'component:default/checkout';
const explained = {
  group: { result: entityRef, reason: 'one per entity' },
  policy: 'incidents.triage.default is declare',
};
const rehearsed = (
  about: Partial<Rehearsed> & { triage?: Alert['triage'] } = {},
): Rehearsed => ({
  integration: {
    ...{ id: 'p', source: { title: 'Plain' } },
    flapping: { changes: 6, within: 1_800_000, calm: 900_000 },
  },
  signal: aSignal(),
  receipt: { fingerprint: 'f1', became: 'opened', reason: 'it was not open' },
  alert: anAlert({
    ...{ entityRef, severity: 'SEV2', severityRemark: undefined },
    routing: { by: 'name', reason: 'its name' },
    triage: about.triage ?? { outcome: 'attached', reason: 'INC-1 is open' },
    incidentKey: about.triage ? undefined : 'INC-1',
  }),
  word: 'error',
  scheme: { name: 'standard' },
  ...about,
});
const step = (of: Rehearsed, name: string) => {
  const { step: _, ...rest } = stepsOf(of, explained).steps.find(
    one => one.step === name,
  )!;
  return rest;
};

describe('the way of an alert, step by step', () => {
  it('has all steps in their order when it opens', () => {
    expect(stepsOf(rehearsed(), explained).steps.map(one => one.step)).toEqual([
      'source',
      'identity',
      'flapping',
      'entity',
      'severity',
      'silence',
      'maintenance',
      'group',
      'decision',
    ]);
  });

  it('has no decision about what is decided already', () => {
    const receipt = {
      ...{ fingerprint: 'f1', reason: 'it fires again' },
      became: 'repeated' as const,
    };
    const told = stepsOf(rehearsed({ receipt }), explained);
    expect(told.steps.map(one => one.step)).toEqual([
      'source',
      'identity',
      'flapping',
      'entity',
      'severity',
      'decision',
    ]);
    expect(told.steps.at(-1)).toMatchObject({
      result: 'repeated',
      reason: 'it fires again',
    });
  });

  it('is short when there is no alert', () => {
    const receipt = {
      ...{ fingerprint: 'f1', reason: 'none is open' },
      became: 'unchanged' as const,
    };
    const of = rehearsed({ receipt, alert: undefined });
    expect(stepsOf(of, undefined).steps.map(one => one.step)).toEqual([
      'source',
      'identity',
      'decision',
    ]);
  });

  it.each([
    [
      'how far it is from flapping',
      { changes: 2 },
      { result: 'calm', reason: /^2 of 6 changes within 30 minutes/ },
    ],
    [
      'that it flaps, and until when',
      {
        alert: anAlert({
          flapping: { since: testNow, changes: 8, calmAt: testNow },
        }),
      },
      { result: 'flapping', reason: /^8 changes since .*; .* until .* calm/ },
    ],
    [
      'that nobody wants to know',
      { integration: { id: 'p', source: { title: 'Plain' } } },
      { result: 'off', reason: /disabled/ },
    ],
  ])('says %s', (_, about, { result, reason }) => {
    expect(step(rehearsed(about), 'flapping')).toEqual({
      ...{ result, reason: expect.stringMatching(reason) },
    });
  });

  it.each([
    ['a word that the scheme knows', {}, /^“error” in the scheme standard$/],
    ['no word', { word: undefined }, /says nothing; .* the scheme standard$/],
    [
      'a word that it does not know',
      { alert: anAlert({ severityRemark: 'unknown word' }) },
      /^unknown word$/,
    ],
  ])('says of %s what was made of it', (_, about, reason) => {
    expect(step(rehearsed(about), 'severity').reason).toMatch(reason);
  });

  it.each([
    [
      'an incident',
      undefined,
      {
        result: 'attached INC-1',
        reason: 'incidents.triage.default is declare; INC-1 is open',
      },
    ],
    [
      'a record',
      {
        outcome: 'recorded' as const,
        reason: `${explained.policy} and no incident is open`,
      },
      {
        result: 'recorded',
        reason: `${explained.policy} and no incident is open`,
      },
    ],
    [
      'the inbox',
      { outcome: 'unrouted' as const, reason: 'no entity' },
      { result: 'unrouted', reason: 'no entity' },
    ],
    [
      'maintenance',
      { outcome: 'maintenance' as const, reason: 'in maintenance' },
      { result: 'maintenance', reason: 'in maintenance' },
    ],
    [
      'silence',
      { outcome: 'silenced' as const, reason: 'ada silenced it' },
      { result: 'silenced', reason: 'ada silenced it' },
    ],
  ])('ends in %s, with the line of config once', (_, triage, decision) => {
    expect(step(rehearsed({ triage }), 'decision')).toEqual(decision);
  });
});
