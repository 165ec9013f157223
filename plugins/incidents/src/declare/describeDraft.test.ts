import { aScheme } from 'backstage-plugin-incidents-common/testing';
import { describeDraft, emptyDraft } from './describeDraft';

const entityRef = 'component:default/checkout';

describe('a draft', () => {
  it('misses a title and a place, and nothing more', () => {
    expect(describeDraft(emptyDraft(), aScheme())).toEqual({
      missing: ['title', 'entity'],
      severity: 'SEV3',
    });
  });

  it('is complete with a title when the place is prefilled', () => {
    const draft = { ...emptyDraft(entityRef), title: '  Orders fail ' };
    expect(describeDraft(draft, aScheme())).toEqual({
      missing: [],
      severity: 'SEV3',
      body: {
        title: 'Orders fail',
        entityRefs: [entityRef],
        detectionSource: 'employee',
        severity: 'SEV3',
      },
    });
  });

  it('takes the default level when another entity has other levels', () => {
    const draft = { ...emptyDraft(entityRef), severity: 'P1' };
    expect(describeDraft(draft, aScheme()).severity).toBe('SEV3');
  });

  it('leaves the level to the backend while the scheme is not known', () => {
    const draft = { ...emptyDraft(entityRef), title: 'x', severity: 'SEV1' };
    expect(describeDraft(draft).body).not.toHaveProperty('severity');
  });

  it('sends what else is known', () => {
    const draft = { ...emptyDraft(entityRef), title: 'x', description: ' y ' };
    expect(describeDraft(draft, aScheme()).body?.description).toBe('y');
  });
});
