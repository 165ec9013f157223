import { readLinks } from './links';

const addressesOf = (...urls: Array<string | null | undefined>) =>
  readLinks(urls.map(url => ({ url, type: 'other' }))).map(link => link.url);

describe('the links of an alert', () => {
  it.each([
    'https://runbooks.example.com/a?b=c#d',
    'http://prometheus:9090/graph?g0.expr=up%3D%3D0',
    'https://wiki.example.com/復旧手順',
  ])('keeps %s as it was written', url => {
    expect(addressesOf(` ${url}\n`)).toEqual([url]);
  });

  it.each([
    undefined,
    null,
    '',
    'restart it',
    '/graph?g0.expr=up',
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/a',
    'https://',
    `https://example.com/${'x'.repeat(2_000)}`,
  ])('leaves out %s', url => {
    expect(addressesOf(url)).toEqual([]);
  });

  it.each([
    ['HTTPS://Example.com/a', 'https://example.com/a'],
    ['https://example.com/a\0b c', 'https://example.com/a%00b%20c'],
    ['http:/example.com/a', 'http://example.com/a'],
  ])('repairs %j as a browser would', (url, repaired) => {
    expect(addressesOf(url)).toEqual([repaired]);
  });

  it('has each address once, and at most twenty', () => {
    const many = Array.from(
      { length: 30 },
      (_, n) => `https://example.com/${n}`,
    );
    expect(addressesOf(many[0], ...many)).toEqual(many.slice(0, 20));
  });

  it('names a link without a title by its host', () => {
    expect(
      readLinks([
        { url: 'https://grafana.example.com/d/1', type: 'dashboard' },
      ]),
    ).toEqual([
      {
        title: 'grafana.example.com',
        url: 'https://grafana.example.com/d/1',
        type: 'dashboard',
      },
    ]);
  });
});
