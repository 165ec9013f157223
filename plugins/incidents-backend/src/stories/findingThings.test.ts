import { incidentStatuses } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { walkPages } from '../testing/walkPages';

const engines = openEngines();
const cursor = (...position: unknown[]) =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

describe.each(engines.ids)('somebody looks for something, on %s', id => {
  let h: House;
  beforeAll(async () => {
    h = await house({ knex: await engines.migrated(id) });
    await h.fires('Checkout 5xx');
    await h.waits({ hours: 1 });
    await h.fires('Ledger disk is 100 % full', 'ledger', { severity: 'info' });
    await h.fires('Ledger slow', 'ledger', { severity: 'critical' });
    await h.waits({ hours: 1 });
    await h.post('/incidents/INC-1/actions', { action: 'resolve' });
    await h.receives('alertmanager', 'firing');
    await h.post('/incidents', {
      title: '決済できない',
      entityRefs: ['component:default/ledger', 'system:default/payments'],
      detectionSource: 'support',
    });
    await h.post('/incidents', {
      title: 'Practice',
      entityRefs: ['component:default/checkout'],
      detectionSource: 'drill',
    });
  });
  afterAll(() => h.stop());

  const keys = async (query: string) =>
    (await h.incidents(query)).map(({ key }) => key);
  const titles = async (query: string) =>
    (await h.alerts(query)).map(({ title }) => title);

  it.each([
    ['', ['INC-4', 'INC-3', 'INC-2', 'INC-1']],
    ['?status=open', ['INC-4', 'INC-3', 'INC-2']],
    ['?status=resolved,closed', ['INC-1']],
    ['?status=open&status=resolved', ['INC-4', 'INC-3', 'INC-2', 'INC-1']],
    ['?severity=SEV1', ['INC-3', 'INC-2']],
    ['?integration=generic', ['INC-2', 'INC-1']],
    ['?integration=alertmanager', ['INC-3']],
    ['?detectionSource=support', ['INC-4']],
    ['?drills=only', ['INC-5']],
    ['?drills=show&q=practice', ['INC-5']],
    ['?q=ledger', ['INC-4', 'INC-2']],
    ['?q=%E6%B1%BA', ['INC-4']],
    ['?q=INC-2', ['INC-2']],
    ['?q=%20%20', ['INC-4', 'INC-3', 'INC-2', 'INC-1']],
    ['?q=%25', ['INC-3']],
    ['?from=2026-11-20T04:00:00Z', ['INC-4', 'INC-3', 'INC-2']],
    ['?to=2026-11-20T04:00:00.000Z', ['INC-1']],
    ['?sort=declaredAt', ['INC-1', 'INC-2', 'INC-3', 'INC-4']],
    ['?sort=severity', ['INC-2', 'INC-3', 'INC-1', 'INC-4']],
    ['?limit=1', ['INC-4']],
  ])('incidents%s', async (query, expected) => {
    expect(await keys(query)).toEqual(expected);
  });

  it.each([
    ['component:default/checkout', ['INC-3', 'INC-1']],
    ['Component:Default/Checkout', ['INC-3', 'INC-1']],
    ['system:default/payments', ['INC-4', 'INC-3', 'INC-2', 'INC-1']],
    ['domain:default/shop', ['INC-4', 'INC-3', 'INC-2', 'INC-1']],
    ['group:default/shop-team', ['INC-4', 'INC-3', 'INC-2', 'INC-1']],
    ['component:default/unheard-of', []],
    [
      'component:default/unheard-of,component:default/checkout',
      ['INC-3', 'INC-1'],
    ],
  ])('incidents of %s include its parts', async (ref, expected) => {
    expect(await keys(`?entityRef=${ref}`)).toEqual(expected);
  });

  it.each([
    [
      '?sort=startedAt&limit=2',
      ['checkout answers 7.2% of its requests with 5xx', 'Checkout 5xx'],
    ],
    ['?outcome=recorded', ['Ledger disk is 100 % full']],
    ['?q=100%20%25', ['Ledger disk is 100 % full']],
    ['?incident=INC-2', ['Ledger slow']],
    ['?status=resolved', []],
    [
      '?entityRef=component:default/ledger&severity=SEV4',
      ['Ledger disk is 100 % full'],
    ],
    ['?to=2026-11-20T04:00:00Z&integration=generic', ['Checkout 5xx']],
  ])('alerts%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it.each(['/incidents?drills=show', '/alerts?sort=-lastFiredAt'])(
    '%s is walked page by page, each once',
    async path => {
      const [all] = [(await h.get(`${path}&limit=200`)).body];
      const walk = await walkPages(async next => {
        const more = next ? `&cursor=${next}` : '';
        return (await h.get(`${path}&limit=2${more}`)).body;
      });
      expect(walk.items).toEqual(all.items);
      expect(walk.totalItems).toBe(all.totalItems);
    },
  );

  it.each([
    ['/incidents?status=burning', 'status'],
    [`/incidents?status=${incidentStatuses.join(',')},open`, undefined],
    ['/incidents?limit=0', 'limit'],
    ['/incidents?limit=201', 'limit'],
    ['/incidents?limit=many', 'limit'],
    ['/incidents?sort=title', 'sort'],
    ['/incidents?from=yesterday', 'from'],
    ['/incidents?drills=maybe', 'drills'],
    ['/incidents?nonsense=1', 'nonsense'],
    ['/incidents?severity=', 'severity'],
    ['/incidents?q[a]=b', 'q'],
    ['/alerts?incident=42', 'incident'],
    ['/alerts?outcome=lost', 'outcome'],
    ['/incidents/INC-1/timeline?order=random', 'order'],
    ['/dead-letters?limit=x', 'limit'],
  ])('%s is refused with a sentence, or understood', async (path, field) => {
    const { status, body } = await h.get(path);
    expect(status).toBe(field ? 400 : 200);
    expect(body.error?.message ?? 'nothing').toMatch(
      field ? new RegExp(`^The query is not valid: .*${field}`) : /^nothing$/,
    );
  });

  it.each([
    ['/incidents', cursor('openFirst', 'x', 'y', 'z')],
    ['/incidents', cursor('openFirst', 1, 1e300, 3)],
    ['/incidents', cursor('openFirst', 1, 1, 1e18)],
    ['/incidents', cursor('openFirst', 1, 1)],
    ['/incidents?sort=-declaredAt', cursor('declaredAt', 1, 1)],
    ['/incidents?sort=severity', cursor('severity', 1_763_607_600_000, 1)],
    ['/incidents?sort=-declaredAt', cursor('-declaredAt', '2026', 1)],
    ['/alerts', cursor('-startedAt', 'x', 'y')],
    ['/alerts', cursor('-startedAt', 1, 'a\u0000b')],
    ['/alerts', cursor('-startedAt', -1e15, 'a')],
    ['/alerts', cursor('-startedAt', 1, 2)],
    ['/dead-letters', cursor('-receivedAt', 'x', 'y')],
    ['/incidents/INC-1/timeline', cursor('newest', 'x')],
    ['/incidents/INC-1/timeline', cursor('newest', 1e300)],
    ['/incidents/INC-1/timeline', cursor('newest', 1.5)],
    ['/incidents', 'nonsense'],
  ])('%s takes no cursor that it did not give: %s', async (path, forged) => {
    const mark = path.includes('?') ? '&' : '?';
    const { status, body } = await h.get(`${path}${mark}cursor=${forged}`);
    expect([status, body.error?.message]).toEqual([
      400,
      'cursor must be the nextCursor of an earlier answer with the same sort',
    ]);
  });

  it.each([
    '/incidents?q=%00',
    '/incidents?q=a%00b',
    '/incidents?severity=%00',
    '/incidents?integration=%00',
    '/incidents?entityRef=%00',
    '/alerts?q=%00',
    '/alerts?entityRef=component:default/%00',
    '/incidents?q=%ED%A0%80',
    '/incidents?q=%F0%9F%94%A5',
    '/incidents/%00',
    '/incidents/INC-1%00',
    '/entities/component/default/%00/summary',
    '/severities?entityRef=component:default/%00',
    '/dead-letters?integration=%00',
  ])('%s is no reason to fail', async path => {
    const { status } = await h.get(path);
    expect(status).toBeLessThan(500);
  });
});
