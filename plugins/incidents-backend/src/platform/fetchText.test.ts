import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchTextFrom } from './fetchText';

const hosts = /^sns\.[a-z0-9-]+\.example\.com$/;

describe('a text from elsewhere', () => {
  let server: Server;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url!);
      if (request.url === '/moved') {
        response.writeHead(302, { location: '/text' }).end();
      } else if (request.url === '/gone') {
        response.writeHead(404).end('no such thing');
      } else if (request.url === '/large') {
        response.end('x'.repeat(64 * 1024 + 1));
      } else {
        response.end('a certificate');
      }
    });
    await new Promise<void>(listening =>
      server.listen(0, '127.0.0.1', listening),
    );
  });

  afterEach(() => new Promise(closed => server.close(closed)));

  /** Leads what would go to the allowed host to the server of this test. */
  const ask = (url: string) =>
    fetchTextFrom(hosts, (address, options) => {
      const { port } = server.address() as AddressInfo;
      const path = new URL(address).pathname;
      return fetch(`http://127.0.0.1:${port}${path}`, options);
    })(url);

  it('is had from an allowed host', async () => {
    expect(await ask('https://sns.eu-1.example.com/text')).toBe(
      'a certificate',
    );
    expect(asked).toEqual(['/text']);
  });

  it.each([
    ['/moved', 'could not be asked'],
    ['/gone', 'could not be asked: it answers 404'],
    ['/large', 'could not be asked: it answers more than 65536 bytes'],
  ])('is not had at %s, and may be later', async (path, sentence) => {
    await expect(ask(`https://sns.eu-1.example.com${path}`)).rejects.toThrow(
      expect.objectContaining({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining(sentence),
      }),
    );
    expect(asked).toEqual([path]);
  });

  it.each([
    'http://sns.eu-1.example.com/text',
    'https://sns.eu-1.example.com.evil.example/text',
    'https://evil.example/sns.eu-1.example.com',
    'https://user@sns.eu-1.example.com/text',
    'https://sns.eu-1.example.com:8443/text',
    'https://127.0.0.1/text',
    'file:///etc/passwd',
    'nonsense',
  ])('is not even asked for at %s', async address => {
    await expect(ask(address)).rejects.toThrow(
      'is none that this source may ask',
    );
    expect(asked).toEqual([]);
  });

  it('needs the whole name of a host to match', async () => {
    const loose = fetchTextFrom(/example\.com/, () => {
      throw new Error('asked');
    });
    await expect(loose('https://example.com.evil.example/')).rejects.toThrow(
      'is none that this source may ask',
    );
  });
});
