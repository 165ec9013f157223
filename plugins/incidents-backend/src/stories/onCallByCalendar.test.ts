import type { OnCallAnswer } from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { companyNaming } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { openCalendar } from '../testing/openCalendar';

const engines = openEngines();
const secret = 'secret-4711';

const calendarOf = (...titles: string[]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-TIMEZONE:Asia/Tokyo'],
    ...titles.flatMap((title, i) => [
      ...['BEGIN:VEVENT', `UID:${i}`, 'DTSTART;VALUE=DATE:20261120'],
      ...['RRULE:FREQ=DAILY', `SUMMARY:${title}`, 'END:VEVENT'],
    ]),
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

describe.each(engines.ids)('on call by a calendar, on %s', id => {
  let h: House;
  let knex: Knex;
  const published = openCalendar(`${secret}.ics`);

  const start = async (about: object = {}, words = 'ical:shop') => {
    const calendar = {
      ...{ id: 'shop', title: 'Shop rota', url: published.url },
      allowPrivateAddress: true,
      levels: [{ name: 'Primary' }, { name: 'Backup', prefix: 'B)' }],
      ...about,
    };
    h = await house({
      ...{ knex, entities: companyNaming(words) },
      config: { onCall: { calendars: [calendar] } },
    });
    await h.scheduler.runAll();
  };
  beforeEach(async () => {
    knex = await engines.migrated(id);
    published.answer = {
      status: 200,
      body: calendarOf('Primary: Ada', 'B) Zoe', 'Lunch: Bo'),
    };
  });
  afterEach(() => h.stop());

  const said = async (): Promise<OnCallAnswer> =>
    (await h.get('/entities/component/default/checkout/summary')).body.onCall
      .value;

  it('is whom it names, level by level, and who cannot be paged', async () => {
    await start();
    expect(await said()).toMatchObject({
      ...{ provider: 'ical', providerTitle: 'Calendar', subject: 'Shop rota' },
      because:
        'component:default/checkout names ical:shop. The calendar “Shop rota” has them. 1 event is left out: “Lunch: Bo”: its title begins like none of the levels.',
      levels: [
        {
          ...{ level: 1, name: 'Primary', result: 'somebody' },
          people: [{ ref: 'user:default/ada', email: 'ada@shop.example' }],
        },
        {
          ...{ level: 2, name: 'Backup', result: 'unreachable' },
          people: [{ displayName: 'Zoe' }],
          unreachable: [
            {
              because: 'Zoe is nobody of the catalog, and no address is known.',
            },
          ],
        },
      ],
    });
  });

  it('stays what it was while the calendar cannot be read, without a word of its address', async () => {
    await start();
    published.answer = { status: 500, body: '' };
    await h.waits({ minutes: 30 });
    const { levels, failing, because } = await said();
    expect(levels[0].people).toMatchObject([{ displayName: 'Ada' }]);
    expect(failing).toEqual({
      ...{ since: '2026-11-20T03:30:00.000Z', reason: 'it answers 500' },
    });
    expect(because).not.toContain(secret);
  });

  it('is the owner group for a calendar that nobody configured', async () => {
    await start({}, 'ical:other');
    expect((await said()).because).toContain(
      'Calendar failed: there is no calendar "other" in incidents.onCall.calendars.',
    );
  });

  it('is not read in a private network unless the config allows it', async () => {
    await start({ allowPrivateAddress: false, url: 'https://127.0.0.1/x.ics' });
    expect((await said()).because).toContain(
      'Calendar failed: 127.0.0.1 is in a private network, where it may not be asked.',
    );
  });
});

it.each([
  [{ id: 'A' }, 'incidents.onCall.calendars[0] (A): id must be lower-case'],
  [{ url: 'http://x.y/z' }, 'url must begin with https://'],
  [{ zone: 'Mars' }, 'there is no zone Mars in the IANA database'],
])('a calendar of the config with %j is refused', async (about, message) => {
  const calendar = { id: 'shop', url: 'https://x.y/z.ics', ...about };
  await expect(
    house({ config: { onCall: { calendars: [calendar] } } }),
  ).rejects.toThrow(message);
});
