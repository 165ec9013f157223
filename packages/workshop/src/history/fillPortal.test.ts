import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader, type Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type {
  Alert,
  Incident,
  ScheduleSummary,
} from 'backstage-plugin-incidents-common';
import knexFactory, { type Knex } from 'knex';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository } from '../repository';
import { fillPortal } from './fillPortal';
import { portalConfig } from './portalConfig';
import { readRecording, type RecordedEvent } from './recording';
import { startReplayBackend, type ReplayBackend } from './replayBackend';

jest.setTimeout(120_000);

const end = new Date('2026-11-20T07:00:00.000Z');

function withMore(config: Config, data: JsonObject): Config {
  return ConfigReader.fromConfigs([
    { context: 'portal', data: config.get() },
    { context: 'test', data },
  ]);
}

/** That of this repository, from whatever folder the tests are run. */
async function configOf(dataDir: string): Promise<Config> {
  const config = await portalConfig({ files: ['app-config.yaml'], dataDir });
  const target = inRepository('examples/all.yaml');
  return withMore(config, {
    backend: { baseUrl: 'http://127.0.0.1:1' },
    catalog: { locations: [{ type: 'file', target }] },
  });
}

async function write(folder: string, events: object[]): Promise<void> {
  const lines = events.map(event => JSON.stringify(event));
  await writeFile(join(folder, 'excerpt.jsonl'), lines.join('\n'));
}

/** The first twelve days of the quarter, and the hours before its end: nothing is open in between. */
async function excerpt(): Promise<RecordedEvent[]> {
  const events = await readRecording(inRepository('examples/history'));
  return events.filter(({ t }) => t < -6_780_000 || t > -7_000);
}

async function list<T>(backend: ReplayBackend, path: string): Promise<T[]> {
  const answer = await fetch(`${backend.url}/api/incidents${path}`, {
    headers: { authorization: mockCredentials.service.header() },
  });
  return (await answer.json()).items;
}

describe('fillPortal', () => {
  const told: string[] = [];
  let folder: string;
  let dataDir: string;
  let config: Config;
  const fill = (ifEmpty: boolean, more: JsonObject = {}) =>
    fillPortal({
      config: withMore(config, more),
      ...{ folder, end, ifEmpty },
      tell: line => told.push(line),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'incidents-recording-'));
    dataDir = await mkdtemp(join(tmpdir(), 'incidents-history-'));
    config = await configOf(dataDir);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
    await rm(dataDir, { recursive: true });
  });

  it('leaves nothing when it stops half-way', async () => {
    const stray = {
      ...{ t: 0, as: 'user:default/aiko' },
      note: { incidentOf: 'nobody', text: 'Hm' },
    };
    await write(folder, [...(await excerpt()).slice(0, 20), stray]);

    await expect(fill(true)).rejects.toThrow(
      'The replay stopped at 0 s, as user:default/aiko: No incident goes by nobody',
    );
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('leaves a portal alone that runs', async () => {
    const portal = createServer((_, response) => response.end('ok'));
    await new Promise<void>(up => portal.listen(0, '127.0.0.1', up));
    const { port } = portal.address() as AddressInfo;
    const baseUrl = `http://127.0.0.1:${port}`;

    await expect(fill(true, { backend: { baseUrl } })).rejects.toThrow(
      `A portal runs at ${baseUrl}. Stop it first`,
    );
    expect(await readdir(dataDir)).toEqual([]);

    await new Promise(down => portal.close(down));
  });

  it('fills an empty portal', async () => {
    await write(folder, await excerpt());

    await fill(true);

    expect((await readdir(dataDir)).sort()).toEqual([
      'catalog.sqlite',
      'incidents.sqlite',
    ]);
    expect(told.at(-1)).toMatch(/^\d+ alerts, \d+ incidents: 1 declared, /);
  });

  it('does nothing more when it is asked to fill only what is empty', async () => {
    const before = told.length;

    await fill(true);

    expect(told).toHaveLength(before);
  });

  it('refuses to fill it again', async () => {
    await expect(fill(false)).rejects.toThrow(
      `There are incidents or alerts in ${join(
        dataDir,
        'incidents.sqlite',
      )} already`,
    );
  });

  describe('and the portal then', () => {
    let incidents: Knex;
    let backend: ReplayBackend;

    beforeAll(async () => {
      incidents = knexFactory({
        client: 'better-sqlite3',
        connection: { filename: join(dataDir, 'incidents.sqlite') },
        useNullAsDefault: true,
      });
      backend = await startReplayBackend({
        ...{ config, databases: { incidents }, start: end },
      });
    });

    afterAll(async () => {
      await backend.stop();
      await incidents.destroy();
    });

    it('has the four open incidents that examples/README.md promises', async () => {
      const open = await list<Incident>(backend, '/incidents?status=open');
      const minutes = (at: string) =>
        Math.round((end.getTime() - Date.parse(at)) / 60_000);

      expect(
        open
          .map(({ entityRefs, severity, status, declaredAt }) =>
            [entityRefs, severity, status, minutes(declaredAt)].join(' '),
          )
          .sort(),
      ).toEqual([
        'component:default/checkout SEV1 investigating 26',
        'component:default/mailer SEV3 mitigated 116',
        'component:default/photo-api SEV2 identified 84',
        'component:default/thumbnailer SEV3 declared 11',
      ]);
    });

    it('has schedules, with somebody on call by them', async () => {
      const kept = await list<ScheduleSummary>(backend, '/oncall/schedules');
      expect(
        kept.map(({ name, onCall }) => [
          name,
          onCall.status === 'ok' && onCall.value.map(({ result }) => result),
        ]),
      ).toEqual([
        ['album', ['somebody', 'somebody']],
        // Eight in the morning in Berlin: a minute ago nobody was.
        ['media', ['somebody']],
        ['site-reliability', ['somebody', 'somebody']],
      ]);
    });

    it('has four alerts that fire for nobody', async () => {
      const stray = await list<Alert>(
        backend,
        '/alerts?outcome=unrouted&status=firing',
      );

      expect(stray.map(({ routing }) => routing.by)).toEqual(
        Array(4).fill('none'),
      );
    });

    it('has incidents that resolved by themselves a day after they calmed down', async () => {
      const resolved = await list<Incident>(
        backend,
        '/incidents?status=resolved&limit=200',
      );
      const hours = resolved
        .filter(({ acknowledgedAt }) => !acknowledgedAt)
        .map(({ mitigatedAt, resolvedAt }) =>
          Math.floor(
            (Date.parse(resolvedAt!) - Date.parse(mitigatedAt!)) / 3_600_000,
          ),
        );

      expect(new Set(hours)).toEqual(new Set([24]));
    });
  });

  it('leaves out what configuration does not want', async () => {
    const elsewhere = join(dataDir, 'elsewhere');

    await fillPortal({
      config: withMore(await configOf(elsewhere), {
        incidents: { examples: false },
      }),
      ...{ folder, end, ifEmpty: true },
      tell: line => told.push(line),
    });

    expect(existsSync(elsewhere)).toBe(false);
  });
});
