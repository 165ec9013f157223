import type {
  Alert,
  Incident,
  TimelineEntry,
} from 'backstage-plugin-incidents-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoneBackend } from './startLoneBackend';

// What a test of several replicas posts, how, and what must have become of it.

export const entityCount = 25;
export const fingerprintCount = 300;
export const alertCount = 1_000;
const repetitionCount = 200;
const senders = 32;

/** What must have become of the alerts of one fingerprint. */
export type Expected = { entityRef: string; occurrences: number };

function fingerprintOf(n: number): string {
  return `f${String(n).padStart(15, '0')}`;
}

function serviceOf(n: number): string {
  return `service-${(n % entityCount) + 1}`;
}

/** One notification of Alertmanager with one alert; `reading` makes its bytes differ from others of the alert. */
export function notification(
  n: number,
  status: string,
  reading: number,
): string {
  return JSON.stringify({
    version: '4',
    status,
    alerts: [
      {
        status,
        labels: { alertname: `Alert${n}`, service: serviceOf(n) },
        annotations: { summary: `Alert ${n}`, description: `Now ${reading}` },
        fingerprint: fingerprintOf(n),
      },
    ],
  });
}

/**
 * 1 000 posts in a random order: each fingerprint at least once, some again
 * with another reading, and some exactly as they were.
 */
export function planPosts(random: () => number) {
  const upTo = (max: number) => Math.floor(random() * max);
  const expected = new Map<string, Expected>();
  const bodies: string[] = [];
  for (let i = 0; i < alertCount - repetitionCount; i++) {
    const n = i < fingerprintCount ? i : upTo(fingerprintCount);
    const known = expected.get(fingerprintOf(n))?.occurrences ?? 0;
    expected.set(fingerprintOf(n), {
      entityRef: `component:default/${serviceOf(n)}`,
      occurrences: known + 1,
    });
    bodies.push(notification(n, 'firing', i));
  }
  const repetitions = Array.from(
    { length: repetitionCount },
    () => bodies[upTo(bodies.length)],
  );
  const posts = [...bodies, ...repetitions]
    .map(body => ({ body, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ body }) => body);
  return { posts, expected };
}

/** Posts as Alertmanager does: what was not answered, or with a 5xx, is sent again, to any replica that lives. */
export async function deliver(
  living: () => LoneBackend[],
  random: () => number,
  body: string,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const replicas = living();
    const { url } = replicas[Math.floor(random() * replicas.length)];
    const status = await fetch(`${url}/api/incidents/webhooks/prometheus`, {
      method: 'POST',
      headers: { Authorization: 'Bearer token-of-prometheus' },
      body,
    }).then(
      async answer => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => undefined,
    );
    if (status && status < 500) return status;
    if (attempt === 200) throw new Error(`Nobody answers: ${status}`);
    await sleep(Math.min(20 * attempt, 500));
  }
}

/** Some senders at once, each with one post under way. */
export async function postAll(
  posts: string[],
  post: (body: string, n: number) => Promise<unknown>,
): Promise<void> {
  const queue = [...posts.entries()];
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await post(next[1], next[0]);
      }
    }),
  );
}

type Listed<T> = { items: T[]; nextCursor?: string };

export async function readAll<T>(
  read: (cursor?: string) => Promise<Listed<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

function alertsOf({ api }: LoneBackend): Promise<Alert[]> {
  return readAll(cursor => api.listAlerts({ query: { limit: 200, cursor } }));
}

function incidentsOf({ api }: LoneBackend): Promise<Incident[]> {
  return readAll(cursor =>
    api.listIncidents({ query: { limit: 200, cursor } }),
  );
}

function timelineOf({ api }: LoneBackend, key: string) {
  return readAll<TimelineEntry>(cursor =>
    api.getTimeline({ params: { key }, query: { limit: 200, cursor } }),
  );
}

/** The same whatever the order in which alerts came: keys are told apart from what they stand for. */
export async function expectExactly(
  replica: LoneBackend,
  expected: Map<string, Expected>,
) {
  const incidents = await incidentsOf(replica);
  const keyOfEntity = new Map(
    incidents.map(({ key, entityRefs }) => [entityRefs[0], key]),
  );
  expect(incidents.map(({ key }) => key).sort()).toEqual(
    Array.from({ length: entityCount }, (_, i) => `INC-${i + 1}`).sort(),
  );
  expect(keyOfEntity.size).toBe(entityCount);

  const alerts = await alertsOf(replica);
  const found = alerts.map(alert => [
    alert.fingerprint,
    {
      entityRef: alert.entityRef,
      occurrences: alert.occurrences,
      incidentKey: alert.incidentKey,
    },
  ]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(
      [...expected].map(([fingerprint, { entityRef, occurrences }]) => [
        fingerprint,
        { entityRef, occurrences, incidentKey: keyOfEntity.get(entityRef) },
      ]),
    ),
  );
  expect(alerts).toHaveLength(expected.size);

  for (const incident of incidents) {
    const own = alerts.filter(alert => alert.incidentKey === incident.key);
    const open = own.filter(alert => alert.status === 'firing').length;
    const kinds = (await timelineOf(replica, incident.key)).map(
      entry => entry.kind,
    );
    const count = (kind: string) => kinds.filter(k => k === kind).length;
    const occurrences = own.reduce((sum, alert) => sum + alert.occurrences, 0);
    expect({
      ...{ alerts: incident.alerts, openAlerts: incident.openAlerts },
      status: incident.status,
      declared: count('incident.declared'),
      opened: count('alert.opened'),
      repeated: count('alert.repeated'),
      resolved: count('alert.resolved'),
    }).toEqual({
      ...{ alerts: own.length, openAlerts: open },
      status: open > 0 ? 'declared' : 'mitigated',
      declared: 1,
      opened: own.length,
      repeated: occurrences - own.length,
      resolved: own.length - open,
    });
  }
}
