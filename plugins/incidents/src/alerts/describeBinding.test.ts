import { describeBinding } from './describeBinding';

const entityRef = 'component:default/checkout';
const matchers = [{ label: 'service', op: 'equals' as const, value: 'x' }];

describe('giving an alert to an entity', () => {
  it('makes no rule unless asked', () => {
    expect(
      describeBinding({ entityRef, matchers, withRule: false }).body,
    ).toEqual({ action: 'bind', entityRef });
  });

  it('takes the rule along', () => {
    expect(
      describeBinding({ entityRef, matchers, withRule: true }).body,
    ).toEqual({ action: 'bind', entityRef, rule: matchers });
  });

  it('needs an entity, and a rule needs a condition', () => {
    expect(describeBinding({ matchers: [], withRule: true })).toEqual({
      missing: ['matchers', 'entity'],
    });
    expect(describeBinding({ matchers: [], withRule: false })).toEqual({
      missing: ['entity'],
    });
  });
});
