import { entityInNote, namedEntity } from './entityRefs';

describe('the entity that a payload names', () => {
  it.each([
    [[{ backstage_entity: 'a', entity_ref: 'b' }, { entity_ref: 'c' }], 'a'],
    [[undefined, { entity_ref: 'c' }], 'c'],
    [[{ backstage_entity: '$host.vars.backstage_entity$' }], undefined],
    [[{ backstage_entity: {} }, {}], undefined],
    [[{ service: 'checkout' }], undefined],
  ])('in %j is %s', (said, entityRef) => {
    expect(namedEntity(...said)).toBe(entityRef);
  });

  it.each([
    [
      'Restart it.\n backstage_entity: component:default/a \nmore',
      'component:default/a',
    ],
    ['entity_ref=component:default/b', 'component:default/b'],
    ['the backstage_entity: component:default/c', undefined],
    ['backstage_entity:', undefined],
    ['', undefined],
    [undefined, undefined],
    [`${'\n'.repeat(200_000)}entity_ref: x`, undefined],
  ])('on a line of its own in a note', (note, entityRef) => {
    expect(entityInNote(note)).toBe(entityRef);
  });
});
