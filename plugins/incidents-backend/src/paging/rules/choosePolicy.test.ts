import { anIncident } from 'backstage-plugin-incidents-common/testing';
import type { Entity } from '@backstage/catalog-model';
import { indexCatalog } from '../../platform/catalogIndex';
import { company } from '../../testing/company';
import { builtInPolicy } from './builtInPolicy';
import { choosePolicy, type MatchingPolicy } from './choosePolicy';

const now = new Date('2026-11-20T03:00:00.000Z');
const policy = (
  id: string,
  match: MatchingPolicy['match'] = {},
): MatchingPolicy => ({ ...builtInPolicy, id, match });
const incident = anIncident({
  ...{ severity: 'SEV2', severityRank: 2 },
  entityRefs: ['component:default/checkout'],
});
const named = (name: string, id: string): Entity[] =>
  company().map(entity =>
    entity.metadata.name === name
      ? {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: { 'incidents/escalation-policy': id },
          },
        }
      : entity,
  );
const choose = (policies: MatchingPolicy[], entities = company()) =>
  choosePolicy(policies, incident, {
    ...{ index: indexCatalog(entities, now), now },
  });
const hours = {
  ...{ timeZone: 'UTC', days: ['fri' as const], from: '02:00', to: '04:00' },
};

describe('the policy of an incident', () => {
  it.each<[string, MatchingPolicy['match'], boolean]>([
    ['anything', {}, true],
    ['its severity', { severities: ['SEV1', 'SEV2'] }, true],
    ['another severity', { severities: ['SEV1'] }, false],
    ['its rank', { ranks: 2 }, true],
    ['a worse rank', { ranks: 1 }, false],
    ['its entity', { entityRefs: ['component:default/check*'] }, true],
    ['what includes it', { entityRefs: ['domain:*/shop'] }, true],
    ['its owner', { entityRefs: ['group:default/shop-team'] }, true],
    ['another entity', { entityRefs: ['component:default/ledger'] }, false],
    ['these hours', { businessHours: { ...hours, when: 'inside' } }, true],
    ['other hours', { businessHours: { ...hours, when: 'outside' } }, false],
    [
      'all of it at once',
      { severities: ['SEV1'], entityRefs: ['component:*'] },
      false,
    ],
  ])('may match %s', (_, match, fits) => {
    expect(choose([policy('one', match)])?.policy.id).toBe(
      fits ? 'one' : undefined,
    );
  });

  it('is the first that matches, and says so', () => {
    const policies = [policy('bad', { ranks: 1 }), policy('a'), policy('b')];
    expect(choose(policies)).toMatchObject({
      policy: { id: 'a' },
      because:
        'it is the first that matches SEV2 on component:default/checkout',
    });
    expect(choose(policies)?.policy).not.toHaveProperty('match');
  });

  it.each([
    ['checkout', 'component:default/checkout'],
    ['payments', 'system:default/payments'],
    ['shop', 'domain:default/shop'],
    ['shop-team', 'group:default/shop-team'],
  ])('is the one that %s names, though it would not match', (name, by) => {
    const policies = [policy('a'), policy('b', { ranks: 1 })];
    expect(choose(policies, named(name, 'b'))).toMatchObject({
      ...{ policy: { id: 'b' }, because: `${by} names it` },
    });
  });

  it('says that the one that is named is unknown', () => {
    const entities = named('checkout', 'gone');
    expect(choose([policy('a')], entities)?.because).toContain(
      'component:default/checkout names gone, which is unknown',
    );
  });

  it('is found without the catalog too', () => {
    const chosen = choosePolicy(
      [policy('a', { entityRefs: ['component:default/checkout'] })],
      incident,
      { index: undefined, now },
    );
    expect(chosen?.policy.id).toBe('a');
  });
});
