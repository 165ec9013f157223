import fc from 'fast-check';
import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house } from '../testing/house';
import { livesThrough, type Night } from '../testing/livesThrough';
import { emptyTables } from '../testing/migrations';
import { complaintsAbout, delaysIn } from '../testing/nightOrder';
import { lookAround } from '../testing/nightSight';
import { nightStep, type NightStep } from '../testing/nightSteps';

const engines = openEngines();
jest.setTimeout(900_000);

/** The same nights each time; `NIGHTS=1000 NIGHTS_SEED=7` looks for others. */
const seed = Number(process.env.NIGHTS_SEED ?? 20261120);
const nights: Record<string, number> = { SQLITE_3: 40, POSTGRES_18: 15 };
const countOf = (id: string) => Number(process.env.NIGHTS ?? nights[id]);

/** Most of them long: in short ones too little comes together. */
const aNight = fc.noBias(
  fc.array(nightStep, { minLength: 1, maxLength: 40, size: 'max' }),
);

/** Milliseconds by which the catalog is asked again sooner than it would be. */
let skipped = 0;

async function live(knex: Knex, awayAtFirst: boolean, steps: NightStep[]) {
  let isAway = awayAtFirst;
  const h = await house({
    knex,
    catalogIsAway: () => isAway,
    config: { flapping: { changes: 4 } },
  });
  const night: Night = {
    ...{ h, sent: [] },
    setCatalog(away) {
      isAway = away;
      skipped += 60_000;
    },
  };
  try {
    for (const step of steps) {
      await livesThrough(night, step);
      expect(complaintsAbout(await lookAround(knex, h.now()))).toEqual([]);
    }
    await h.waits({ seconds: 15 });
    const last = await lookAround(knex, h.now());
    expect([...complaintsAbout(last), ...delaysIn(last)]).toEqual([]);
  } finally {
    await h.stop();
    await emptyTables(knex);
  }
}

describe.each(engines.ids)('whatever happens in a night, on %s', id => {
  beforeEach(() => {
    const real = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => real() + skipped);
  });
  afterEach(() => jest.restoreAllMocks());

  it('all is told, all is counted, and what fires has an incident or a reason', async () => {
    expect.hasAssertions();
    const knex = await engines.migrated(id);
    await fc.assert(
      fc.asyncProperty(fc.boolean(), aNight, (awayAtFirst, steps) =>
        live(knex, awayAtFirst, steps),
      ),
      {
        ...{ seed, numRuns: countOf(id) },
        // A slow machine lives through fewer.
        ...(!process.env.NIGHTS && { interruptAfterTimeLimit: 25_000 }),
      },
    );
  });
});
