import type { Incident } from 'backstage-plugin-incidents-common';
import { openDatabase, openEngines } from '../testing/engines';
import { aKeptIncident } from '../testing/kept';
import { incidentsDuring } from './duringStore';
import type { IncidentScope } from './scope';
import { incidentStore } from './store';

const engines = openEngines();
const checkout = 'component:default/checkout';
const mail = 'component:default/mail';
/** More than are looked up one by one. */
const strangers = Array.from(
  { length: 60 },
  (_, i) => `component:default/x${i}`,
);
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
const window = { from: at(8), to: at(16) };

const of = (n: number, declared: number, about: Partial<Incident> = {}) =>
  aKeptIncident(
    {
      ...{ key: `INC-${n}`, entityRefs: [checkout] },
      declaredAt: at(declared).toISOString(),
      ...about,
    },
    { stands: false },
  );
const over = (hour: number): Partial<Incident> => ({
  ...{ status: 'resolved', resolvedAt: at(hour).toISOString() },
});

const kept = [
  of(1, 1, over(7)),
  of(2, 2, over(8)),
  of(3, 3),
  of(4, 8, over(9)),
  of(5, 9, { entityRefs: [mail] }),
  of(6, 10, { entityRefs: [mail, checkout] }),
  of(7, 11, { drill: true }),
  of(8, 12, { status: 'dismissed' }),
  of(9, 13, { ...over(14), status: 'closed' }),
  of(10, 16),
];

describe.each(engines.ids)('incidents during a time, on %s', id => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    database = await openDatabase(engines, id);
    await database.write(tx => incidentStore.save(tx, kept));
  });
  const during = async (
    entityRefs: string[],
    filter: IncidentScope['filter'] = 'everything',
    limit = 20,
  ) => {
    const scope = { filter, index: undefined, entityRefs };
    const found = await incidentsDuring(database.read, window, scope, limit);
    return found.map(({ key }) => key.slice('INC-'.length)).join(' ');
  };

  it('were declared or open in it, newest first, and are no drills', async () => {
    expect(await during([checkout])).toBe('9 6 4 3 2');
    expect(await during([mail])).toBe('6 5');
    expect(await during([checkout, mail])).toBe('9 6 5 4 3 2');
    expect(await during(['component:default/other'])).toBe('');
    expect(await during([])).toBe('');
  });

  it('are found among many entities alike, and no more of them than wanted', async () => {
    expect(await during([...strangers, checkout])).toBe('9 6 4 3 2');
    expect(await during([checkout], 'everything', 2)).toBe('9 6');
  });

  it('are those that the reader may see', async () => {
    const values = [mail];
    const mails = { property: 'entity', values } as const;
    expect(await during([checkout], mails)).toBe('6');
    expect(await during([...strangers, checkout], mails)).toBe('6');
    expect(await during([checkout], 'nothing')).toBe('');
  });
});
