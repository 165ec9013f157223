import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();

describe.each(engines.ids)('an incident that went quiet, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const status = async () => (await h.incident('INC-1')).status;

  it('is resolved by itself after the time that config asks for, and not before', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 23, minutes: 59 });
    expect(await status()).toBe('mitigated');
    await h.waits({ minutes: 1 });
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'resolved',
      resolvedAt: '2026-11-21T03:00:00.000Z',
    });
    expect(await h.story('INC-1')).toContain(
      'incident.moved | auto-resolve | Quiet since it was mitigated, as incidents.triage.autoResolve asks',
    );
  });

  it('is nobody’s merit: nobody took it up', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 24 });
    expect(await h.incident('INC-1')).not.toHaveProperty('acknowledgedAt');
  });

  it('is not quiet while an alert fires, although a person says that it is mitigated', async () => {
    await h.fires('Checkout 5xx');
    await h.post('/incidents/INC-1/actions', { action: 'mitigate' });
    await h.waits({ hours: 100 });
    expect(await status()).toBe('mitigated');
  });

  it('is quiet since its last alert ended, not since somebody mitigated it', async () => {
    await h.fires('Checkout 5xx');
    await h.post('/incidents/INC-1/actions', { action: 'mitigate' });
    await h.waits({ hours: 23 });
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 2 });
    expect(await status()).toBe('mitigated');
    await h.waits({ hours: 22 });
    expect(await status()).toBe('resolved');
  });

  it('begins its quiet time again when it was taken up in between', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 20 });
    await h.fires('Checkout slow');
    await h.resolves('Checkout slow');
    await h.waits({ hours: 20 });
    expect(await status()).toBe('mitigated');
    await h.waits({ hours: 4 });
    expect(await status()).toBe('resolved');
  });

  it('leaves its place to the next one', async () => {
    await h.fires('Checkout 5xx');
    await h.resolves('Checkout 5xx');
    await h.waits({ hours: 24 });
    const { body } = await h.fires('Checkout slow');
    expect(body.alerts[0].incidentKey).toBe('INC-2');
  });
});

it('an incident waits for a person for ever, when config asks for nothing', async () => {
  const h = await house({ config: { triage: {} } });
  await h.fires('Checkout 5xx');
  await h.resolves('Checkout 5xx');
  await h.waits({ hours: 24 * 365 });
  expect((await h.incident('INC-1')).status).toBe('mitigated');
  await h.stop();
});
