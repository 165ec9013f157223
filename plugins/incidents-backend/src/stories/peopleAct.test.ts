import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const checkout = 'component:default/checkout';
const ledger = 'component:default/ledger';

describe.each(engines.ids)('what people do, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const declare = (about: object = {}) =>
    h.post('/incidents', {
      title: 'Nobody can pay',
      entityRefs: [checkout],
      detectionSource: 'customer',
      ...about,
    });
  const act = (action: string, more: object = {}) =>
    h.post('/incidents/INC-1/actions', { action, ...more });

  it('a person declares what no monitor saw', async () => {
    const { status, body } = await declare({ severity: 'SEV1' });
    expect(status).toBe(201);
    expect(body).toEqual({
      key: 'INC-1',
      title: 'Nobody can pay',
      status: 'declared',
      severity: 'SEV1',
      severityRank: 1,
      severityScheme: 'standard',
      severityVersion: expect.any(String),
      entityRefs: [checkout],
      detectionSource: 'customer',
      declaredBy: { type: 'user', ref: 'user:default/ada' },
      declaredAt: '2026-11-20T03:00:00.000Z',
      updatedAt: '2026-11-20T03:00:00.000Z',
      openAlerts: 0,
      alerts: 0,
      drill: false,
      version: 1,
    });
    expect(await h.incidents()).toEqual([body]);
  });

  it('a person declares of several services, in the order of the list', async () => {
    const { body } = await declare({
      entityRefs: [ledger, 'Component:Default/Checkout', ledger],
    });
    expect(body.entityRefs).toEqual([ledger, checkout]);
    expect((await h.incident('INC-1')).entityRefs).toEqual([ledger, checkout]);
  });

  it.each([
    [
      'something that the catalog does not have',
      { entityRefs: ['component:default/gone'] },
      'component:default/gone is not in the catalog',
    ],
    ['nothing', { entityRefs: [] }, /^The body is not valid: entityRefs: /],
    [
      'what is no reference',
      { entityRefs: ['checkout'] },
      /^The body is not valid: entityRefs\.0: must look like kind:namespace\/name/,
    ],
    [
      'a level that the scheme does not have',
      { severity: 'P1' },
      'severity must be one of SEV1, SEV2, SEV3, SEV4',
    ],
    ['without a title', { title: ' ' }, /^The body is not valid: title: /],
    [
      'without saying how it was noticed',
      { detectionSource: undefined },
      /^The body is not valid: detectionSource: /,
    ],
    ['with a field of their own', { foo: 1 }, /"foo"/],
  ])('nobody declares %s', async (_, about, message) => {
    const { status, body } = await declare(about);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
    expect(await h.incidents()).toEqual([]);
  });

  it('what is declared twice is two incidents, and alerts join the first', async () => {
    await declare();
    const { status, body } = await declare({ title: 'Payments fail' });
    expect([status, body.key]).toEqual([201, 'INC-2']);
    const { body: reply } = await h.fires('Checkout 5xx');
    expect(reply.alerts[0]).toMatchObject({
      incidentKey: 'INC-1',
      triage: { outcome: 'attached' },
    });
  });

  it('alerts join what stayed open when its twin was dismissed', async () => {
    await declare();
    await declare({ title: 'Payments fail' });
    await act('dismiss', { note: 'The same as INC-2' });
    const { body } = await h.fires('Checkout 5xx');
    expect(body.alerts[0]).toMatchObject({
      incidentKey: 'INC-2',
      triage: { outcome: 'attached' },
    });
    expect(await h.incidents('?status=open')).toHaveLength(1);
  });

  it('what was reopened beside another is joined when it stays alone', async () => {
    await h.fires('Checkout 5xx');
    await act('resolve');
    await h.fires('Checkout slow');
    await act('reopen');
    await h.post('/incidents/INC-2/actions', { action: 'resolve' });
    const { body } = await h.fires('Disk is full');
    expect(body.alerts[0].incidentKey).toBe('INC-1');
  });

  it('an incident goes its way, step by step, with who and why', async () => {
    await declare();
    for (const [action, note] of [
      ['investigate', 'On it'],
      ['identify', ''],
      ['mitigate', 'Rolled back'],
      ['resolve', undefined],
      ['close', undefined],
      ['reopen', 'It is back'],
    ]) {
      await h.waits({ minutes: 1 });
      expect((await act(action!, { note })).status).toBe(200);
    }
    expect((await h.story('INC-1')).split('\n')).toEqual([
      '03:00:00 | incident.declared | user:default/ada | SEV3 declared: Nobody can pay',
      expect.stringMatching(
        /^03:01:00 \| runbook.found \| runbooks \| Runbook: /,
      ),
      '03:01:00 | incident.moved | user:default/ada | On it',
      '03:02:00 | incident.moved | user:default/ada | investigating → identified',
      '03:03:00 | incident.moved | user:default/ada | Rolled back',
      '03:04:00 | incident.moved | user:default/ada | mitigated → resolved',
      '03:05:00 | incident.moved | user:default/ada | resolved → closed',
      '03:06:00 | incident.moved | user:default/ada | It is back',
    ]);
    expect(await h.incident('INC-1')).toMatchObject({
      status: 'investigating',
      acknowledgedAt: '2026-11-20T03:01:00.000Z',
      identifiedAt: '2026-11-20T03:02:00.000Z',
      actions: ['identify', 'mitigate', 'resolve', 'dismiss'],
    });
  });

  it('a step that is not possible is refused, and what is possible is named', async () => {
    await declare();
    const { status, body } = await act('close');
    expect([status, body.error.message]).toEqual([
      409,
      'INC-1 is declared; it cannot close, only investigate, identify, mitigate, resolve, dismiss',
    ]);
    expect((await h.incident('INC-1')).status).toBe('declared');
  });

  it('who looked at an old version is told what it is now', async () => {
    const { version } = (await declare()).body;
    const first = await act('investigate', { version });
    expect(first.body.version).toBe(version + 1);
    const { status, body } = await act('dismiss', { version });
    expect([status, body.error.message]).toEqual([
      409,
      'INC-1 has changed since you looked: it is investigating now',
    ]);
    const again = await act('dismiss', { version: first.body.version });
    expect(again.body.status).toBe('dismissed');
  });

  it('who looked before the runbook was found is not told that it changed', async () => {
    const { version } = (await declare()).body;
    await h.waits({ seconds: 30 });
    expect((await act('investigate', { version })).status).toBe(200);
  });

  it.each(['actions', 'severity', 'notes'])(
    'there is no %s of an incident that does not exist',
    async what => {
      const bodies: Record<string, object> = {
        actions: { action: 'resolve' },
        severity: { severity: 'SEV1' },
        notes: { text: 'hello' },
      };
      for (const key of ['INC-9', 'INC-0', 'nonsense']) {
        const { status, body } = await h.post(
          `/incidents/${key}/${what}`,
          bodies[what],
        );
        expect([status, body.error.message]).toEqual([
          404,
          `There is no incident ${key}`,
        ]);
      }
    },
  );

  it('there is nothing to read of an incident that does not exist', async () => {
    for (const path of ['', '/timeline']) {
      const { status, body } = await h.get(`/incidents/INC-9${path}`);
      expect([path, status, body.error?.message]).toEqual([
        path,
        404,
        'There is no incident INC-9',
      ]);
    }
  });

  it('a note is kept as it was written', async () => {
    await declare();
    const text = 'Tried **restart**:\n\n- no effect 🔥 再起動';
    const { status, body } = await h.post('/incidents/INC-1/notes', { text });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        at: '2026-11-20T03:00:00.000Z',
        kind: 'note.added',
        actor: { type: 'user', ref: 'user:default/ada' },
        text,
        details: {},
        incidentKey: 'INC-1',
      },
    ]);
    const timeline = await h.get('/incidents/INC-1/timeline');
    expect(timeline.body.items[0]).toEqual(body);
  });

  it.each([
    ['notes', { text: 'a\u0000b \ud83d' }],
    ['actions', { action: 'investigate', note: 'a\u0000b \ud83d' }],
    ['severity', { severity: 'SEV1', reason: 'a\u0000b \ud83d' }],
  ])('%s take characters that a database does not', async (what, body) => {
    await declare({ title: 'a\u0000b \ud83d', description: 'a\u0000b' });
    const { status } = await h.post(`/incidents/INC-1/${what}`, body);
    expect(status).toBeLessThan(300);
    expect((await h.story('INC-1')).split('\n')).toHaveLength(2);
  });

  it('a note, an action and a declaration are told to the pages that show them', async () => {
    await declare();
    await h.post('/incidents/INC-1/notes', { text: 'hello' });
    await h.waits({ seconds: 11 });
    expect(h.signals).toContainEqual({
      recipients: { type: 'broadcast' },
      channel: 'incidents',
      message: { incidents: ['INC-1'] },
    });
    expect(JSON.stringify(h.signals)).not.toContain('hello');
  });

  it('what a person declared is of the severity that they chose, whatever fires', async () => {
    await declare({ severity: 'SEV3' });
    await h.fires('Checkout 5xx', 'checkout', { severity: 'critical' });
    expect((await h.incident('INC-1')).severity).toBe('SEV3');
  });

  it('what a person declared without a severity gets worse with its alerts', async () => {
    await declare();
    await h.fires('Checkout 5xx', 'checkout', { severity: 'critical' });
    expect((await h.incident('INC-1')).severity).toBe('SEV1');
  });

  it('a drill is told apart', async () => {
    await declare({ detectionSource: 'drill' });
    expect(await h.incidents()).toEqual([]);
    expect(await h.incidents('?drills=only')).toHaveLength(1);
  });
});
