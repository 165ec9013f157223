import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const triage = { groupBy: ['env'] };

describe.each(engines.ids)('incidents parted by environment, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id), config: { triage } });
  });
  afterEach(() => h.stop());

  const firesIn = async (env: string | undefined, name: string, more = {}) => {
    const labels = { service: 'checkout', ...(env && { env }) };
    const { status, body } = await h.fires(name, 'checkout', {
      ...{ labels, ...more },
    });
    expect(status).toBe(202);
    return body.alerts[0].incidentKey;
  };
  const resolve = (key: string) =>
    h.post(`/incidents/${key}/actions`, { action: 'resolve' });
  const open = async () =>
    (await h.incidents('?status=open')).map(({ key }) => key);

  it('one for each, and alerts join their own', async () => {
    expect(await firesIn('prod', 'A')).toBe('INC-1');
    expect(await firesIn('stage', 'B')).toBe('INC-2');
    expect(await firesIn('prod', 'C')).toBe('INC-1');
    expect(await firesIn(undefined, 'D')).toBe('INC-3');
  });

  it('what a person declares is joined by alerts of no environment', async () => {
    await h.post('/incidents', {
      title: 'Nobody can pay',
      entityRefs: ['component:default/checkout'],
      detectionSource: 'customer',
    });
    expect(await firesIn('prod', 'A')).toBe('INC-2');
    expect(await firesIn(undefined, 'B')).toBe('INC-1');
  });

  it('an alert that changes its environment stays where it was, and nothing stands in its way', async () => {
    await firesIn('prod', 'A');
    await resolve('INC-1');
    await firesIn('prod', 'B');
    expect(await firesIn('stage', 'A', { description: 'moved' })).toBe('INC-1');
    expect(await open()).toEqual(['INC-2']);
  });

  it('an alert that changed its environment takes up its own incident again', async () => {
    await firesIn('prod', 'A');
    await resolve('INC-1');
    await firesIn('stage', 'B');
    expect(await firesIn('stage', 'A', { description: 'moved' })).toBe('INC-1');
    expect((await open()).sort()).toEqual(['INC-1', 'INC-2']);
  });

  it('an environment with a name as long as a letter is one like others', async () => {
    const long = '🔥'.repeat(600);
    expect(await firesIn(long, 'A')).toBe('INC-1');
    expect(await firesIn(long, 'B')).toBe('INC-1');
    expect(await firesIn(`x${long}`, 'C')).toBe('INC-2');
    expect(await firesIn(`x${long}`, 'D')).toBe('INC-2');
  });
});
