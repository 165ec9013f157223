import { openDatabase, openEngines } from '../testing/engines';
import { WriteConflict, type Database } from '../platform/database';
import { writeRows } from '../platform/writeRows';
import { requestStore } from './requestStore';
import type { KeptRequest } from './rules/answerRequest';

const engines = openEngines();
const ada = 'user:default/ada';
const bo = 'user:default/bo';
const day = (n: number) => `2026-11-${n}T08:00:00.000Z`;
const kept = (about: Partial<KeptRequest> = {}): KeptRequest => ({
  ...{ id: 'r1', schedule: 'checkout', kind: 'take', status: 'open' },
  ...{ level: 'Primary', asker: ada, mine: { from: day(22), to: day(23) } },
  ...{ everybody: false, asked: [bo], declined: [], version: 1 },
  ...{ createdAt: day(20), expiresAt: day(22) },
  ...about,
});

describe.each(engines.ids)('the store of requests on %s', id => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(engines, id);
  });
  const write = (...some: KeptRequest[]) =>
    database.write(tx =>
      writeRows(
        tx,
        some.map(one => requestStore.toWrite(one)),
      ),
    );
  const ids = async (query: object = {}) =>
    (await requestStore.list(database.read, query)).map(one => one.id);

  it('keeps all of a request, from its beginning to its end', async () => {
    const first = kept({
      ...{ kind: 'swap', theirs: { from: day(24), to: day(25) } },
      note: '結婚式 🎉',
    });
    await write(first);
    expect(await requestStore.find(database.read, 'r1')).toEqual(first);
    const after = kept({
      ...{ ...first, version: 2, status: 'accepted', closedAt: day(21) },
      ...{ answeredBy: bo, amendmentId: 'o1' },
    });
    await write(after);
    expect(await requestStore.find(database.read, 'r1')).toEqual(after);
    expect(await requestStore.find(database.read, 'gone')).toBeUndefined();
  });

  it('lets one of two writers win', async () => {
    await write(kept());
    await write(kept({ version: 2, status: 'accepted' }));
    await expect(
      // Without the retries of `write`: the second attempt would fail the same way.
      database.read.transaction(tx =>
        writeRows(tx, [
          requestStore.toWrite(kept({ version: 2, status: 'withdrawn' })),
        ]),
      ),
    ).rejects.toThrow(WriteConflict);
    expect(await requestStore.find(database.read, 'r1')).toMatchObject({
      status: 'accepted',
    });
  });

  it('lists the open ones by when they expire, then those that are over', async () => {
    const over = { status: 'declined' as const };
    await write(
      kept({ id: 'late', expiresAt: day(24) }),
      kept({ id: 'soon', asker: bo, asked: [ada] }),
      kept({ id: 'other', schedule: 'ledger', asked: ['user:default/bob'] }),
      kept({ ...over, id: 'first', closedAt: day(20) }),
      kept({ ...over, id: 'last', closedAt: day(21) }),
    );
    expect(await ids()).toEqual(['other', 'soon', 'late']);
    expect(await ids({ schedule: 'checkout', closed: true })).toEqual([
      ...['soon', 'late', 'last', 'first'],
    ]);
    expect(await ids({ user: bo })).toEqual(['soon', 'late']);
    expect(await ids({ user: 'user:default/b%' })).toEqual([]);
    expect(await requestStore.countOpenBy(database.read, ada)).toBe(2);
    const overdue = await requestStore.overdue(
      database.read,
      new Date(day(22)),
      10,
    );
    expect(overdue.map(one => one.id)).toEqual(['other', 'soon']);
  });
});
