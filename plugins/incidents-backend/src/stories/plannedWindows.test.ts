import type { Maintenance } from 'backstage-plugin-incidents-common';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';

const engines = openEngines();
const checkout = 'component:default/checkout';

describe.each(engines.ids)('plans of maintenance, on %s', id => {
  let h: House;
  beforeEach(async () => {
    h = await house({ knex: await engines.migrated(id) });
  });
  afterEach(() => h.stop());

  const plan = async (about: object): Promise<Maintenance> => {
    const { status, body } = await h.post('/maintenance', {
      ...{ title: 'Index rebuild', entityRefs: [checkout], zone: 'UTC' },
      ...about,
    });
    expect([status, body.error?.message]).toEqual([201, undefined]);
    return body;
  };
  const windows = async (query = ''): Promise<Maintenance[]> =>
    (await h.get(`/maintenance${query}`)).body.items;
  const end = (window: Maintenance) =>
    h.post(`/maintenance/${window.id}/end`, {});

  it.each([
    ['end must be after start', { end: '2026-11-20T02:00' }],
    ['zone: there is no Berlin in the IANA database', { zone: 'Berlin' }],
    [
      'component:default/nobody is not in the catalog',
      { entityRefs: ['component:default/nobody'] },
    ],
    [
      'end: it is over already: no time of it is to come',
      { start: '2026-11-19T02:00', end: '2026-11-19T04:00' },
    ],
    [
      'recurrence: FREQ=SECONDLY is too often: it may recur daily, weekly, monthly or yearly',
      { recurrence: 'FREQ=SECONDLY' },
    ],
    [
      'recurrence: none of its months has such a day',
      { recurrence: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31' },
    ],
  ])('is refused: %s', async (message, about) => {
    const { status, body } = await h.post('/maintenance', {
      ...{ title: 'Index rebuild', entityRefs: [checkout], zone: 'UTC' },
      ...{ start: '2026-11-20T02:00', end: '2026-11-20T04:00' },
      ...about,
    });
    expect([status, body.error.message]).toEqual([400, message]);
    expect(await windows()).toEqual([]);
  });

  it('lists those that come first first, page by page, by where they stand', async () => {
    const at = (day: number) => ({
      ...{ title: `${day}`, start: `2026-11-${day}T02:00` },
      end: `2026-11-${day}T04:00`,
    });
    for (const day of [23, 20, 22, 21]) await plan(at(day));
    await end(await plan(at(25)));
    await h.waits({ minutes: 10 });
    await end(await plan(at(26)));
    const titles = (found: Maintenance[]) => found.map(({ title }) => title);
    expect(titles(await windows())).toEqual(['20', '21', '22', '23']);
    expect(titles(await windows('?status=active'))).toEqual(['20']);
    expect(titles(await windows('?status=upcoming'))).toEqual([
      ...['21', '22', '23'],
    ]);
    expect(titles(await windows('?status=ended'))).toEqual(['26', '25']);
    const first = (await h.get('/maintenance?limit=3')).body;
    expect(first).toMatchObject({ totalItems: 4 });
    expect(
      titles(await windows(`?limit=3&cursor=${first.nextCursor}`)),
    ).toEqual(['23']);
    const past = (await h.get('/maintenance?limit=1&status=ended')).body;
    expect(
      titles(await windows(`?limit=1&status=ended&cursor=${past.nextCursor}`)),
    ).toEqual(['25']);
  });
});
