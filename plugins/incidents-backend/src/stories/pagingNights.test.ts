import type { Knex } from 'knex';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { aSchedule, companyOnCall, pager, twoSteps } from '../testing/pager';

const engines = openEngines();

/** What goes wrong at night besides the services. */
describe.each(engines.ids)('pages in a bad night, on %s', id => {
  let knex: Knex;
  let away: boolean;
  const houses: House[] = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
    away = false;
  });
  afterEach(async () => {
    await Promise.all(houses.splice(0).map(h => h.stop()));
  });

  async function open(escalation: object = { policies: [twoSteps] }) {
    const phones = pager();
    const h = await house({
      ...{ knex, entities: companyOnCall(), config: { escalation } },
      catalogIsAway: () => away,
      features: [phones.feature, aSchedule()],
    });
    houses.push(h);
    return { ...h, ...phones };
  }
  const page = async (h: House) =>
    (await h.get('/incidents/INC-1/pages')).body.items[0];
  /** Their keys, each once: what one person sees. */
  const seen = (...all: Array<Awaited<ReturnType<typeof open>>>) => {
    const byKey = new Map(
      all
        .flatMap(({ calls }) => calls)
        .map(({ idempotencyKey, person }) => [idempotencyKey, person?.ref]),
    );
    return [...byKey.values()].sort();
  };

  it('two replicas call each person once, whoever is faster', async () => {
    const [one, other] = [await open(), await open()];
    await one.fires('Checkout 5xx');
    const tick = () =>
      Promise.all([one, other].map(h => h.waits({ minutes: 0 })));
    await Promise.all([tick(), tick()]);
    [one, other].forEach(h => h.passes({ minutes: 5 }));
    await Promise.all([tick(), tick(), tick()]);
    const told = [...one.paged(), ...other.paged()];
    expect(told.sort()).toEqual(['ada', 'bo']);
  });

  it('one replica dies between two steps: the other goes on, nobody is missed and nobody called twice', async () => {
    const [one, other] = [await open(), await open()];
    await one.fires('Checkout 5xx');
    await one.waits({});
    expect(one.paged()).toEqual(['ada']);
    houses.splice(houses.indexOf(one), 1);
    await one.stop();
    await other.waits({ minutes: 5 });
    await other.waits({ minutes: 5 });
    expect([one.paged(), other.paged()]).toEqual([['ada'], ['bo', 'ada']]);
  });

  it('one replica dies while it sends: the other sends it again, with the same key', async () => {
    const [one, other] = [await open(), await open()];
    one.answers(() => new Promise(() => {}));
    await one.fires('Checkout 5xx');
    // It never comes back from sending.
    while (one.calls.length === 0) {
      await new Promise(done => setImmediate(done));
    }
    await other.waits({ seconds: 59 });
    expect(other.paged()).toEqual([]);
    await other.waits({ seconds: 1 });
    expect(other.paged()).toEqual(['ada']);
    expect(seen(one, other)).toEqual(['user:default/ada']);
    expect((await page(other)).notices).toContainEqual(
      expect.objectContaining({
        ...{ notifier: 'pager', state: 'sent', attempts: 2 },
      }),
    );
  });

  it('a portal that was away for half an hour calls the next level only, not all of them', async () => {
    const h = await open();
    await h.fires('Checkout 5xx');
    await h.waits({});
    await h.waits({ minutes: 30 });
    expect(h.paged()).toEqual(['ada', 'bo']);
    await h.waits({ minutes: 4 });
    expect(h.paged()).toEqual(['ada', 'bo']);
    await h.waits({ minutes: 1 });
    expect(h.paged()).toEqual(['ada', 'bo', 'ada']);
  });

  it('what cannot be delivered is tried again, and the next person is asked when that is of no use', async () => {
    const h = await open();
    h.answers(async ({ person }) =>
      person?.ref === 'user:default/ada'
        ? { outcome: 'failed', retry: true, reason: 'the line is busy' }
        : { outcome: 'sent' },
    );
    // Nothing else reaches them.
    jest.spyOn(h.notices, 'push').mockImplementation(() => {
      throw new Error('status 404');
    });
    await h.fires('Checkout 5xx');
    await h.waits({});
    await h.waits({ seconds: 9 });
    expect(h.paged()).toEqual(['ada']);
    for (const seconds of [1, 20, 40]) await h.waits({ seconds });
    expect(h.paged()).toEqual(['ada', 'ada', 'ada', 'ada', 'bo']);
    expect(new Set(h.calls.map(call => call.idempotencyKey)).size).toBe(2);
    const story = await h.story('INC-1');
    expect(story).toContain(
      '03:01:10 | page.failed | escalation | Ada could not be told by pager: the line is busy',
    );
    expect(story).toContain(
      'page.failed | escalation | Ada could not be told by portal notification: this portal has no notifications plugin',
    );
  });

  it('nobody is on call: the fallback is called at once, and the timeline says why', async () => {
    const policy = {
      ...twoSteps,
      steps: [{ targets: [{ level: 7 }] }, twoSteps.steps[1]],
    };
    const h = await open({ policies: [policy] });
    await h.fires('Checkout 5xx');
    await h.waits({});
    expect(h.calls.map(({ target }) => target)).toEqual([
      'fallback: the lead of the owner',
    ]);
    expect(await h.story('INC-1')).toContain(
      'page.gap | escalation | Nobody is on call at level 7: group:default/shop-team has no such level',
    );
  });

  it('neither the step nor its fallback has anybody: the next step comes at once', async () => {
    const policy = {
      ...twoSteps,
      steps: [{ targets: [{ user: 'user:default/gone' }] }, twoSteps.steps[1]],
      fallback: [],
    };
    const h = await open({ policies: [policy] });
    await h.fires('Checkout 5xx');
    await h.waits({});
    expect(h.paged()).toEqual(['bo']);
    expect(await h.story('INC-1')).toContain(
      'page.gap | escalation | user:default/gone is not in the catalog',
    );
  });

  it('while the catalog is away the step waits, and people are called when it is back', async () => {
    away = true;
    const h = await open();
    await h.post('/incidents', {
      ...{ title: 'Checkout is down', detectionSource: 'employee' },
      entityRefs: ['component:default/checkout'],
    });
    await h.waits({ seconds: 15 });
    expect(await page(h)).toMatchObject({ status: 'waiting', step: 0 });
    away = false;
    // The catalog is not asked again at once.
    const clock = jest.spyOn(performance, 'now');
    clock.mockReturnValue(performance.now() + 600_000);
    await h.waits({ seconds: 15 });
    clock.mockRestore();
    expect(h.paged()).toEqual(['ada']);
  });

  it('while the catalog stays away the page says after two minutes that nobody can be asked, and goes on', async () => {
    away = true;
    const h = await open();
    await h.post('/incidents', {
      ...{ title: 'Checkout is down', detectionSource: 'employee' },
      entityRefs: ['component:default/checkout'],
    });
    await h.waits({});
    await h.waits({ minutes: 2 });
    expect(await page(h)).toMatchObject({ status: 'waiting', step: 1 });
    expect(await h.story('INC-1')).toContain(
      'page.gap | escalation | Nobody could say whom to call: ',
    );
  });
});
