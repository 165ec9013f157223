import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { describeCauses } from './describeCauses';

const gateway = anIncident({
  key: 'INC-3',
  entityRefs: ['component:default/gateway', 'component:default/mail'],
});

describe('what an incident is likely because of', () => {
  it('is nothing, mostly', () => {
    expect(describeCauses({}, [gateway])).toEqual([]);
  });

  it('is named with where it is, and without when that is hidden', () => {
    expect(
      describeCauses({ likelyBecauseOf: ['INC-2', 'INC-3'] }, [
        gateway,
        anIncident({ key: 'INC-9' }),
      ]),
    ).toEqual([
      { key: 'INC-3', entityRef: 'component:default/gateway' },
      { key: 'INC-2' },
    ]);
  });
});
