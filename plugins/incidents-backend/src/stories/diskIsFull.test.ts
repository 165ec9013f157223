import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house } from '../testing/house';

const engines = openEngines();

/** The disk of SQLite has room for so many pages more, and for as many as it likes again. */
async function pagesLeft(knex: Knex, pages: number | undefined) {
  const [{ page_count: used }] = await knex.raw('PRAGMA page_count');
  const most = pages === undefined ? 1_000_000 : used + pages;
  await knex.raw(`PRAGMA max_page_count = ${most}`);
}

describe('while the disk of SQLite is full', () => {
  it('senders are told to come again, and nothing that was accepted is lost', async () => {
    const knex = await engines.migrated('SQLITE_3');
    const home = await house({ knex });
    const accepted = new Set<string>();
    const refused: string[] = [];
    await pagesLeft(knex, 12);
    const words = 'x'.repeat(2_000);
    for (let n = 0; n < 60; n++) {
      const name = `Alert ${n}`;
      const answer = await home.fires(name, 'checkout', { description: words });
      // Refused ones are told to come again.
      expect([answer.status, answer.headers['retry-after']]).toEqual(
        answer.status === 202 ? [202, undefined] : [503, '5'],
      );
      if (answer.status === 202) accepted.add(name);
      else refused.push(name);
    }
    expect(accepted.size).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    const titles = async () =>
      (await home.alerts('?limit=200')).map(alert => alert.title).sort();
    expect(await titles()).toEqual([...accepted].sort());

    await pagesLeft(knex, undefined);
    for (const name of refused) {
      const answer = await home.fires(name, 'checkout', { description: words });
      expect(answer.status).toBe(202);
    }
    expect(await titles()).toEqual([...accepted, ...refused].sort());
    const [incident, ...others] = await home.incidents();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      key: 'INC-1',
      alerts: 60,
      openAlerts: 60,
    });
    await home.stop();
  });
});
