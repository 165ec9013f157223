import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a calendar is published on loopback while tests run, and what is answered there. */
export type PublishedCalendar = {
  readonly url: string;
  answer: { status: number; body: string };
};

/** To be called where hooks may be registered. */
export function openCalendar(path: string): PublishedCalendar {
  let server: Server;
  const calendar = { url: '', answer: { status: 200, body: '' } };
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(calendar.answer.status).end(calendar.answer.body);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    calendar.url = `http://127.0.0.1:${port}/${path}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return calendar;
}
