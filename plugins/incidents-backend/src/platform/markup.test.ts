import { linkTo, markup } from './markup';

describe('markup', () => {
  it('takes what is put into it for text', () => {
    const name = `<img src=x onerror='a("b")'> & 火`;
    expect(markup`<p title="${name}">${name}</p>`.text).toBe(
      '<p title="&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt; &amp; 火">' +
        '&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt; &amp; 火</p>',
    );
  });

  it('takes markup into markup, one or many', () => {
    const items = ['a', '<b>'].map(one => markup`<li>${one}</li>`);
    expect(markup`<ul>${items}</ul>${markup`<hr>`}${undefined}`.text).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>',
    );
  });

  it.each([
    [
      'https://wiki.example/a?b=1&c=2',
      '<a href="https://wiki.example/a?b=1&amp;c=2">W</a>',
    ],
    ['javascript:alert(1)', 'W'],
    ['/incidents/INC-1', 'W'],
  ])('links to %s if a browser may open it', (url, text) => {
    expect(linkTo(url, 'W').text).toBe(text);
  });
});
