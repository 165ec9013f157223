import type { Entity } from '@backstage/catalog-model';
import { indexCatalog } from '../../platform/catalogIndex';
import { findPeopleIn } from './matchPeople';

function user(name: string, displayName: string, email?: string): Entity {
  return {
    ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'User' },
    metadata: { name },
    spec: { profile: { displayName, ...(email && { email }) } },
  };
}

const index = indexCatalog(
  [
    user('ada', 'Ada Lovelace', 'Ada@Example.test'),
    user('bo', 'Bo'),
    user('sam1', 'Sam'),
    user('sam2', 'Sam'),
  ],
  new Date(0),
);
const find = findPeopleIn(index, {
  provider: 'rota',
  personOf: ref => ({ ref, displayName: `the user ${ref}` }),
});
const ada = 'user:default/ada';

describe('whom another program means', () => {
  it.each([
    ['by e-mail, in any case', { name: 'x', email: 'ada@EXAMPLE.test' }, ada],
    ['by ref', { name: 'x', ref: 'user:default/bo' }, 'user:default/bo'],
    ['by display name', { name: ' ada lovelace ' }, ada],
    ['by name in the catalog', { name: 'BO' }, 'user:default/bo'],
    [
      'by a ref that the catalog does not know',
      { name: 'zoe', ref: 'user:default/zoe' },
      'user:default/zoe',
    ],
  ])('%s', (_, person, ref) => {
    expect(find(person)).toEqual({ ref, displayName: `the user ${ref}` });
  });

  it.each([
    ['nobody of two with one name', { name: 'Sam' }],
    ['nobody by name whose address is another', { name: 'Bo', email: 'b@x.y' }],
    ['nobody whom the catalog does not know', { name: 'Zoe Zz' }],
  ])('%s', (_, person) => {
    expect(find(person)).toEqual({
      ref: expect.stringMatching(/^outside:rota\/[0-9a-f]{16}$/),
      displayName: person.name,
      ...('email' in person && { email: person.email }),
    });
  });

  it('is the same each time, and another for another', () => {
    const [one, other] = ['Zoe', 'Zed'].map(name => find({ name }).ref);
    expect(find({ name: 'Zoe' }).ref).toBe(one);
    expect(one).not.toBe(other);
  });
});
