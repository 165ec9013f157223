import { pageThread } from './pageThread';

describe('the key of a page in other systems', () => {
  it('is read as it was written', () => {
    const pageId = '01939e6c-0000-7000-8000-000000000001';
    for (const episode of [1, 12]) {
      const written = pageThread.write(pageId, episode);
      expect(pageThread.read(written)).toEqual({ pageId, episode });
    }
  });

  it.each([
    '',
    'srv01/HTTP',
    'incidents-page-',
    'incidents-page--1',
    'incidents-page-x',
    'incidents-page-a b-1',
    ` ${pageThread.write('p', 1)}`,
    `incidents-page-${'x'.repeat(40)}-1`,
  ])('is not %j', text => {
    expect(pageThread.read(text)).toBeUndefined();
  });
});
