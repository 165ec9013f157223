import { readTags } from './tags';

describe('tags', () => {
  it.each([
    [['service:checkout', 'env=prod'], { service: 'checkout', env: 'prod' }],
    ['service:checkout, env:prod', { service: 'checkout', env: 'prod' }],
    ['[{"tag":"a","value":"b"}]', { a: 'b' }],
    [[{ name: 'env', value: 'prod' }], { env: 'prod' }],
    [[{ name: 'shop', value: '' }, 'page'], { tags: 'shop, page' }],
    [['a:1', 'a:2', 'a:1'], { a: '1, 2' }],
    [
      ['backstage_entity:component:default/checkout'],
      { backstage_entity: 'component:default/checkout' },
    ],
    [['https://example.com/x'], { tags: 'https://example.com/x' }],
    [['a:', ':b'], { tags: 'a:, :b' }],
    [['a:{{b}}', '{EVENT.TAGS}', '__proto__:x', null, 7, {}], { tags: '7' }],
    ['[not json', { tags: '[not json' }],
    [undefined, {}],
    [{ a: 1 }, {}],
    ['', {}],
  ])('%j are the labels %j', (tags, labels) => {
    expect(readTags(tags)).toEqual(labels);
  });

  it('are looked at as far as labels are kept', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `t${at}:x`);
    expect(Object.keys(readTags(many))).toHaveLength(100);
  });
});
