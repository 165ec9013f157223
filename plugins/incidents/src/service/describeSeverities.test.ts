import { aScheme } from 'backstage-plugin-incidents-common/testing';
import { describeSeverities } from './describeSeverities';
import { aBurningSummary, aSummary } from './testing/aSummary';

describe('the severity definitions of a service', () => {
  it.each([
    [undefined, 'portalDefault', {}],
    ['component:default/checkout', 'own', {}],
    [
      'system:default/payments',
      'fromSystem',
      { entity: { entity: 'system:default/payments' } },
    ],
    [
      'domain:default/billing',
      'fromDomain',
      { entity: { entity: 'domain:default/billing' } },
    ],
    [
      'group:default/ops',
      'fromOther',
      { entity: { entity: 'group:default/ops' } },
    ],
  ])('inherited from %s say so', (inheritedFrom, key, values) => {
    const view = describeSeverities(aScheme({ inheritedFrom }), aSummary());
    expect(view.origin).toEqual({
      key,
      values: { title: 'Standard', ...values },
    });
  });

  it('go from the worst to the mildest and mark the one in force', () => {
    const levels = [...aScheme().levels].reverse();
    const { levels: views } = describeSeverities(
      aScheme({ levels }),
      aBurningSummary({ severity: 'SEV2' }),
    );
    expect(views.map(({ level, inForce }) => [level.id, inForce])).toEqual([
      ['SEV1', false],
      ['SEV2', true],
      ['SEV3', false],
      ['SEV4', false],
    ]);
  });

  it('mark none when the open incident was rated by another scheme', () => {
    const view = describeSeverities(
      aScheme(),
      aBurningSummary({ severityScheme: 'payments' }),
    );
    expect(view.levels.some(({ inForce }) => inForce)).toBe(false);
    expect(view.remarks).toEqual([]);
  });

  it('tell when they were revised since the open incident was rated', () => {
    const view = describeSeverities(
      aScheme(),
      aBurningSummary({ severityVersion: 'v0' }),
    );
    expect(view.remarks).toEqual([
      { key: 'revised', values: { key: 'INC-12' } },
    ]);
  });

  it('list only the duties that are written down, in their order', () => {
    const [level] = aScheme().levels;
    const levels = [
      { ...level, review: 'full', response: 'all stop', pages: '' },
    ];
    expect(
      describeSeverities(aScheme({ levels }), aSummary()).levels[0].duties,
    ).toEqual([
      { duty: 'response', text: 'all stop' },
      { duty: 'review', text: 'full' },
    ]);
  });
});
