import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openEngines } from '../testing/engines';
import { house } from '../testing/house';
import { aSchedule, companyOnCall, pager, twoSteps } from '../testing/pager';

const engines = openEngines();

/** Whoever waits outside for the heartbeat. */
async function openWard() {
  const beats: string[] = [];
  const server = createServer((request, response) => {
    beats.push(`${request.method} ${request.url}`);
    response.writeHead(204).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    beats,
    url: `http://127.0.0.1:${port}/beat`,
    close: () => new Promise(closed => server.close(closed)),
  };
}

describe.each(engines.ids)('the watchman is watched, on %s', id => {
  async function open(more: Parameters<typeof house>[0] = {}) {
    const knex = await engines.migrated(id);
    const ward = await openWard();
    const home = await house({
      knex,
      ...more,
      config: { selfCheck: { heartbeat: { url: ward.url } }, ...more?.config },
    });
    return { knex, ward, home };
  }

  it('calls outside as long as nothing is stuck', async () => {
    const { ward, home } = await open();
    await home.fires('Slow');
    await home.waits({ minutes: 1 });
    expect(ward.beats).toContain('POST /beat');
    await home.stop();
    await ward.close();
  });

  it('falls silent when entries are told to nobody', async () => {
    const { knex, ward, home } = await open();
    await home.fires('Slow');
    await home.waits({ seconds: 30 });
    const before = ward.beats.length;
    while ((await knex('incidents_timeline_untold')).length > 0) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    const entry = await knex('incidents_timeline').orderBy('seq').first('id');
    await knex('incidents_timeline_untold').insert({
      ...{ id: entry.id, at: new Date(home.now().getTime() - 120_000) },
      entry_ids: JSON.stringify([entry.id]),
    });
    await home.scheduler.run('incidents-self-check');
    expect(ward.beats).toHaveLength(before);
    await home.waits({ seconds: 1 });
    await home.scheduler.run('incidents-self-check');
    expect(ward.beats.length).toBeGreaterThan(before);
    await home.stop();
    await ward.close();
  });

  it('falls silent while alerts wait for the catalog, and not at once', async () => {
    let isAway = true;
    const { ward, home } = await open({ catalogIsAway: () => isAway });
    await home.fires('Slow');
    await home.scheduler.run('incidents-self-check');
    expect(ward.beats).toHaveLength(1);
    await home.waits({ minutes: 2 });
    await home.scheduler.run('incidents-self-check');
    expect(ward.beats).toHaveLength(1);
    isAway = false;
    // The catalog is not asked again at once.
    const now = performance.now();
    const clock = jest.spyOn(performance, 'now');
    clock.mockImplementation(() => now + 60_000);
    await home.waits({ minutes: 1 });
    await home.scheduler.run('incidents-self-check');
    clock.mockRestore();
    expect(ward.beats.length).toBeGreaterThan(1);
    await home.stop();
    await ward.close();
  });

  it('falls silent while an alert is held as flapping although it is calm', async () => {
    const { knex, ward, home } = await open();
    for (let i = 0; i < 3; i++) {
      await home.fires('Slow');
      await home.resolves('Slow');
    }
    const calmFor = async (minutes: number) => {
      const at = new Date(home.now().getTime() - minutes * 60_000);
      await knex('incidents_alerts')
        .whereNotNull('calm_at')
        .update({ calm_at: at });
      const before = ward.beats.length;
      await home.scheduler.run('incidents-self-check');
      return ward.beats.length - before;
    };
    expect(await calmFor(1)).toBe(1);
    expect(await calmFor(2)).toBe(0);
    await home.scheduler.run('incidents-calm-flapping');
    expect(await calmFor(2)).toBe(1);
    await home.stop();
    await ward.close();
  });

  it('falls silent when the next person should have been called, and when nobody can be told', async () => {
    const phones = pager();
    const { ward, home } = await open({
      entities: companyOnCall(),
      features: [phones.feature, aSchedule()],
      config: { escalation: { policies: [twoSteps] } },
    });
    const beatsAfter = async (time: Parameters<typeof home.passes>[0]) => {
      home.passes(time);
      await home.scheduler.run('incidents-tell-timeline');
      const before = ward.beats.length;
      await home.scheduler.run('incidents-self-check');
      return ward.beats.length - before;
    };
    await home.fires('Slow');
    // The bell that the commit rang comes first, so that nothing of it is left for later.
    await new Promise(done => setImmediate(done));
    await home.scheduler.run('incidents-page-people');
    expect(await beatsAfter({ minutes: 5 })).toBe(1);
    expect(await beatsAfter({ minutes: 1 })).toBe(0);
    phones.answers(async () => ({
      ...{ outcome: 'failed', retry: true, reason: 'busy' },
    }));
    await home.scheduler.run('incidents-page-people');
    expect(await beatsAfter({ minutes: 1, seconds: 59 })).toBe(1);
    expect(await beatsAfter({ seconds: 1 })).toBe(0);
    await home.stop();
    await ward.close();
  });

  it('falls silent when the database is gone', async () => {
    const { knex, ward, home } = await open();
    await knex.destroy();
    await home.scheduler.run('incidents-self-check');
    expect(ward.beats).toEqual([]);
    await home.stop();
    await ward.close();
  });
});
