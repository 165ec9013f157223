import { createServer, type AddressInfo } from 'node:net';

/**
 * A port of the loopback that nobody listens on at this moment. Somebody else
 * may take it before the caller does.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((opened, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', opened);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(closed => server.close(closed));
  return port;
}
