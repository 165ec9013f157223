import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchPublicText } from './fetchPublicText';

const limits = { largest: 1_000, allowPrivate: true };

describe('an address that is asked for a text', () => {
  let server: Server;
  let origin: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { url = '' } = request;
      asked.push(url);
      const [, verb, rest] = /^\/(\w+)\/?(.*)$/.exec(url) ?? [];
      if (verb === 'to') {
        response.writeHead(302, { Location: decodeURIComponent(rest) }).end();
      } else if (verb === 'circle') {
        response.writeHead(302, { Location: '/circle' }).end();
      } else if (verb === 'status') response.writeHead(Number(rest)).end();
      else response.end(verb === 'much' ? 'x'.repeat(2_000) : 'hello');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
  });

  it('answers, also where it redirects to', async () => {
    expect(await fetchPublicText(`${origin}/text`, limits)).toBe('hello');
    expect(await fetchPublicText(`${origin}/to/%2Ftext`, limits)).toBe('hello');
  });

  it.each([
    ['/status/404', 'it answers 404'],
    ['/status/302', 'it answers 302'],
    ['/circle', 'it redirects more than 3 times'],
    ['/much', 'it answers more than 1000 bytes'],
    ['/to/ftp:%2F%2Fexample.com', 'it must begin with https://'],
  ])('%s: %s', async (path, message) => {
    await expect(fetchPublicText(origin + path, limits)).rejects.toThrow(
      message,
    );
  });

  it.each([
    ['127.0.0.1', 'https://127.0.0.1:1/x'],
    ['a name of it', 'https://localhost:1/x'],
    ['the address of the machine’s own secrets', 'https://169.254.169.254/x'],
    ['a private network', 'https://10.0.0.1/x'],
    ['the same in IPv6', 'https://[::1]/x'],
    ['hidden in IPv6', 'https://[::ffff:127.0.0.1]/x'],
  ])('is not asked in private: %s', async (_, address) => {
    await expect(
      fetchPublicText(address, { ...limits, allowPrivate: false }),
    ).rejects.toThrow('is in a private network, where it may not be asked');
  });

  it('is not asked without encryption', async () => {
    await expect(
      fetchPublicText(`${origin}/text`, { ...limits, allowPrivate: false }),
    ).rejects.toThrow('it must begin with https://');
    expect(asked).toEqual([]);
  });

  it('does not stand in what went wrong', async () => {
    const secret = 'https://127.0.0.1:1/private-4711.ics';
    const failure = await fetchPublicText(secret, limits).catch(e => e.message);
    expect(failure).toMatch(/^127\.0\.0\.1 could not be asked/);
    expect(failure).not.toContain('4711');
  });
});
