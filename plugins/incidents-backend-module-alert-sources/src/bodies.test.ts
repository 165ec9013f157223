import { headerOf, readJson, readJsonOrForm } from './bodies';

function read(body: string, contentType?: string) {
  return readJsonOrForm({
    rawBody: Buffer.from(body),
    headers: { 'content-type': contentType },
  });
}

describe('bodies', () => {
  it('keep the digits of whole numbers that would lose them', () => {
    expect(
      readJson(
        '{"a":18446744073709551615,"b":17,"c":1e30,"d":[-9007199254740993]}',
      ),
    ).toEqual({
      a: '18446744073709551615',
      b: 17,
      c: 1e30,
      d: ['-9007199254740993'],
    });
  });

  it('say what is wrong with JSON, however deep it is', () => {
    expect(() => readJson('{')).toThrow('The body is not JSON: ');
    const deep = `${'['.repeat(200_000)}1234567890123456789${']'.repeat(
      200_000,
    )}`;
    expect(() => readJson(deep)).toThrow('The body is not JSON: ');
  });

  it.each([
    ['\ufeff{"a":1}', 'text/plain', { a: 1 }],
    ['[1]', 'application/x-www-form-urlencoded', [1]],
    ['a=1&b=%E3%81%82+c&a=2', undefined, { a: '2', b: 'あ c' }],
    ['a=%zz', undefined, { a: '%zz' }],
    ['__proto__=x&b=1', undefined, { b: '1' }],
    ['plain text', undefined, { 'plain text': '' }],
  ])('%j as %s are read', (body, contentType, wanted) => {
    expect(read(body, contentType)).toEqual(wanted);
  });

  it('are read as parts by their boundary', () => {
    const part = (name: string, value: string) =>
      `--B1\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain\r\n\r\n${value}\r\n`;
    const body = `${part('a', 'one\r\n\r\ntwo')}${part('b', '')}${part(
      '__proto__',
      'x',
    )}--B1--\r\n`;
    expect(read(body, 'multipart/form-data; boundary="B1"')).toEqual({
      a: 'one\n\ntwo',
      b: '',
    });
  });

  it('may not be empty', () => {
    expect(() => read(' \n')).toThrow('The body is empty');
  });

  it('come with headers that may be there twice or not at all', () => {
    const request = { rawBody: Buffer.alloc(0), headers: { a: ['1', '2'] } };
    expect([headerOf(request, 'a'), headerOf(request, 'b')]).toEqual(['1', '']);
  });
});
