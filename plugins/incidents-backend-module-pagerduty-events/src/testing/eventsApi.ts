import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PagerDutyEvent } from '../event';

/** What stands in for the Events API on this machine: it answers as the real one does, and keeps what it takes. */
export async function eventsApi() {
  const events: PagerDutyEvent[] = [];
  let refusal: { status: number; body: string } | undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (refusal) {
      response.writeHead(refusal.status).end(refusal.body);
      return;
    }
    const event: PagerDutyEvent = JSON.parse(body);
    events.push(event);
    response.writeHead(202, { 'Content-Type': 'application/json' });
    response.end(
      JSON.stringify({
        ...{ status: 'success', message: 'Event processed' },
        dedup_key: event.dedup_key,
      }),
    );
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    events,
    url: `http://127.0.0.1:${port}/v2/enqueue`,
    /** Answers this from now on, or takes events again. */
    refuses(status?: number, body: object | string = '') {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      refusal = status ? { status, body: text } : undefined;
    },
    close: () =>
      new Promise<void>(closed => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export type EventsApi = Awaited<ReturnType<typeof eventsApi>>;
