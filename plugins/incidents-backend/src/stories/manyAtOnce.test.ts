import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const declared = (i: number, name = 'checkout') => ({
  title: `Nobody can pay ${i}`,
  entityRefs: [`component:default/${name}`],
  detectionSource: 'customer',
});

describe.each(engines.ids)('when everything happens at once, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const all = () => h.incidents('?drills=show&sort=declaredAt&limit=200');
  const expectKeysWithoutGap = async (count: number) => {
    const keys = (await all()).map(({ key }) => Number(key.slice(4)));
    expect(keys.sort((a, b) => a - b)).toEqual(numbers(count).map(i => i + 1));
  };

  it('fifty people declare, and the keys have no gap', async () => {
    const replies = await Promise.all(
      numbers(50).map(i => h.post('/incidents', declared(i))),
    );
    expect(replies.map(({ status }) => status)).toEqual(
      numbers(50).map(() => 201),
    );
    expect(new Set(replies.map(({ body }) => body.key)).size).toBe(50);
    await expectKeysWithoutGap(50);
  });

  it('people and monitors declare, and the keys have no gap', async () => {
    const replies = await Promise.all(
      numbers(40).map(i =>
        i % 2
          ? h.post('/incidents', declared(i, 'ledger'))
          : h.fires(`Alert ${i}`),
      ),
    );
    expect(replies.filter(({ status }) => status >= 300)).toEqual([]);
    await expectKeysWithoutGap(21);
    const [ofAlerts] = (await all()).filter(({ alerts }) => alerts > 0);
    expect(ofAlerts).toMatchObject({ alerts: 20, openAlerts: 20 });
  });

  it('fifty monitors fire of one service, and it is one incident', async () => {
    const replies = await Promise.all(
      numbers(50).map(i => h.fires(`Alert ${i}`)),
    );
    const outcomes = replies.map(({ body }) => body.alerts[0].triage.outcome);
    expect(outcomes.filter(outcome => outcome === 'declared')).toHaveLength(1);
    expect(outcomes.filter(outcome => outcome === 'attached')).toHaveLength(49);
    expect(await all()).toMatchObject([{ alerts: 50, openAlerts: 50 }]);
  });

  it('one alert is sent thirty times, and counts each time that it says something', async () => {
    const replies = await Promise.all(
      numbers(30).map(i =>
        h.fires('Checkout 5xx', 'checkout', { description: `${i % 10}` }),
      ),
    );
    const became = replies.map(({ body }) => body.alerts[0].became);
    expect(became.filter(b => b === 'opened')).toHaveLength(1);
    expect(became.filter(b => b === 'repeated')).toHaveLength(9);
    expect(became.filter(b => b === 'unchanged')).toHaveLength(20);
    expect(await h.alerts()).toMatchObject([{ occurrences: 10 }]);
    expect(await all()).toMatchObject([{ alerts: 1, openAlerts: 1 }]);
  });

  it('alerts come and go while a person acts, and nothing is lost', async () => {
    await Promise.all(numbers(20).map(i => h.fires(`Alert ${i}`)));
    const notes = numbers(10).map(i =>
      h.post('/incidents/INC-1/notes', { text: `note ${i}` }),
    );
    const acts = ['investigate', 'identify', 'investigate'].map(action =>
      h.post('/incidents/INC-1/actions', { action }),
    );
    const ends = numbers(20).map(i => h.resolves(`Alert ${i}`));
    const replies = await Promise.all([...notes, ...ends, ...acts]);
    expect(
      replies.filter(({ status }) => ![200, 201, 202, 409].includes(status)),
    ).toEqual([]);
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'mitigated',
      alerts: 20,
      openAlerts: 0,
    });
    const story = (await h.story('INC-1')).split('\n');
    expect(story.filter(line => /note\.added/.test(line))).toHaveLength(10);
    expect(story.filter(line => /alert\.resolved/.test(line))).toHaveLength(20);
  });

  it('of ten who act on what they saw, one wins and nine are told', async () => {
    const { version } = (await h.post('/incidents', declared(1))).body;
    const replies = await Promise.all(
      numbers(10).map(() =>
        h.post('/incidents/INC-1/actions', { action: 'dismiss', version }),
      ),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...numbers(9).map(() => 409)]);
  });

  it('tasks run on several replicas at once, and each thing is done once', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 23 });
    await h.fires('Ledger slow', 'ledger');
    await Promise.all(numbers(5).map(i => h.waits({ hours: i === 0 ? 2 : 0 })));
    const story = (await h.story('INC-1')).split('\n');
    expect(story.filter(line => /auto-resolve/.test(line))).toHaveLength(1);
    expect(story.filter(line => /runbook\./.test(line))).toHaveLength(1);
    const ledger = (await h.story('INC-2')).split('\n');
    expect(ledger.filter(line => /runbook\./.test(line))).toHaveLength(1);
  });
});
