import { aScheme } from 'backstage-plugin-incidents-common/testing';
import type { DeclareIncident } from 'backstage-plugin-incidents-common';
import { declareByPerson } from './declareByPerson';

const now = new Date('2026-11-20T03:00:00.000Z');
const at = now.toISOString();
const scheme = aScheme();
const actor = { type: 'user', ref: 'user:default/ada' } as const;

function declare(about: Partial<DeclareIncident>) {
  const declared: DeclareIncident = {
    title: 'Nobody can pay',
    entityRefs: ['component:default/checkout', 'component:default/ledger'],
    detectionSource: 'customer',
    ...about,
  };
  return declareByPerson(
    { ...declared, actor },
    { key: 'INC-7', scheme, level: scheme.levels[0], now },
  );
}

describe('an incident that a person declares', () => {
  it('is what they said, and not yet written', () => {
    expect(declare({ description: 'Since the deploy' }).after).toEqual({
      key: 'INC-7',
      title: 'Nobody can pay',
      description: 'Since the deploy',
      status: 'declared',
      severity: 'SEV1',
      severityRank: 1,
      severityScheme: 'standard',
      severityVersion: 'v1',
      entityRefs: ['component:default/checkout', 'component:default/ledger'],
      detectionSource: 'customer',
      declaredBy: actor,
      declaredAt: at,
      updatedAt: at,
      openAlerts: 0,
      alerts: 0,
      drill: false,
      version: 0,
    });
  });

  it('begins its timeline', () => {
    expect(declare({}).because).toEqual([
      {
        kind: 'incident.declared',
        actor,
        text: 'SEV1 declared: Nobody can pay',
        details: {
          title: 'Nobody can pay',
          severity: 'SEV1',
          entityRefs: [
            'component:default/checkout',
            'component:default/ledger',
          ],
          detectionSource: 'customer',
        },
        incidentKey: 'INC-7',
      },
    ]);
  });

  it.each([
    ['drill', true],
    ['customer', false],
    ['monitor', false],
    ['employee', false],
    ['support', false],
  ] as const)('by way of %s: a drill is %s', (detectionSource, drill) => {
    expect(declare({ detectionSource }).after.drill).toBe(drill);
  });

  it('carries no character that PostgreSQL cannot keep', () => {
    const title = 'Nobody\u0000 can pay';
    const { after } = declare({ title, description: 'a\u0000b' });
    expect([after.title, after.description]).toEqual(['Nobody can pay', 'ab']);
  });
});
