import { typedEntityRef } from './useEntityOptions';

describe('a reference typed by hand', () => {
  it('is taken when it is complete', () => {
    expect(typedEntityRef(' Component:default/Checkout ')).toBe(
      'component:default/checkout',
    );
  });

  it.each(['checkout', 'component:checkout', 'a:b/c/d', ''])(
    'is not guessed from "%s"',
    text => {
      expect(typedEntityRef(text)).toBeUndefined();
    },
  );
});
