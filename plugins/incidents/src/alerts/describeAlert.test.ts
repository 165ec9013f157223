import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { describeAlert, type MayAct } from './describeAlert';

const all: MayAct = {
  update: true,
  declare: true,
  silence: true,
  seeRouting: true,
  makeRules: true,
};

const stray: Partial<Alert> = {
  entityRef: undefined,
  incidentKey: undefined,
  routing: { by: 'none', reason: 'no label names an entity' },
  triage: { outcome: 'unrouted', reason: 'it has no entity' },
};

const steps = (about: Partial<Alert>, may = all) => {
  const { first, others } = describeAlert(anAlert(about), may);
  return [first, ...others];
};

describe('what can be done about an alert', () => {
  it('of nobody: first say whose it is', () => {
    expect(steps(stray)).toEqual(['bind', 'acknowledge', 'silence', 'dryRun']);
  });

  it('of nobody because the catalog is away: nothing that the portal does by itself', () => {
    const routing = { by: 'none' as const, reason: 'away', pending: true };
    expect(steps({ ...stray, routing })).toEqual([
      'acknowledge',
      'silence',
      'dryRun',
    ]);
  });

  it('in an incident: take it, or take it elsewhere', () => {
    expect(steps({})).toEqual([
      'acknowledge',
      'silence',
      'move',
      'split',
      'dryRun',
    ]);
  });

  it('that is only recorded: it can become or join an incident', () => {
    const triage = { outcome: 'recorded' as const, reason: 'policy' };
    expect(steps({ incidentKey: undefined, triage })).toEqual([
      'acknowledge',
      'silence',
      'raise',
      'join',
      'dryRun',
    ]);
  });

  it('that policy suggests: first decide whether it is an incident', () => {
    const suggested = {
      incidentKey: undefined,
      triage: { outcome: 'suggested' as const, reason: 'policy' },
    };
    expect(steps(suggested)).toEqual([
      'declare',
      'acknowledge',
      'silence',
      'join',
      'dryRun',
    ]);
    expect(steps({ ...suggested, status: 'acknowledged' })[0]).toBe('declare');
    expect(steps({ ...suggested, status: 'resolved' })).toEqual([
      undefined,
      'dryRun',
    ]);
    expect(steps(suggested, { ...all, declare: false })[0]).toBe('acknowledge');
  });

  it('that is silenced: no second silence', () => {
    const triage = { outcome: 'silenced' as const, reason: 'planned' };
    expect(steps({ triage })).not.toContain('silence');
  });

  it('that is over: only put where it belongs', () => {
    expect(steps({ status: 'resolved' })).toEqual([
      undefined,
      'move',
      'dryRun',
    ]);
  });

  it.each<[keyof MayAct, string[]]>([
    ['update', ['silence', 'dryRun']],
    ['silence', ['acknowledge', 'move', 'split', 'dryRun']],
    ['seeRouting', ['acknowledge', 'silence', 'move', 'split']],
  ])('shrinks without the permission %s', (name, left) => {
    expect(steps({}, { ...all, [name]: false }).filter(step => step)).toEqual(
      left,
    );
  });
});

describe('the reason in a row', () => {
  it('is what became of it', () => {
    expect(describeAlert(anAlert(), all).why).toBe('no incident was open');
  });

  it('is why it is nobody’s, as long as it is', () => {
    const words = describeAlert(anAlert(stray), all);
    expect(words).toMatchObject({
      why: 'no label names an entity',
      isNobodys: true,
      isWaiting: false,
    });
  });
});
