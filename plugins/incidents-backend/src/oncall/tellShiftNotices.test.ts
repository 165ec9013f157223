import { openDatabase, openEngines } from '../testing/engines';
import type { Database } from '../platform/database';
import type { Notice, PortalNotices } from '../platform/portalNotices';
import { writeRows } from '../platform/writeRows';
import { shiftNoticeStore, type ShiftNotice } from './shiftNoticeStore';
import { tellShiftNotices } from './tellShiftNotices';

const engines = openEngines();
const began = new Date('2026-11-20T03:00:00.000Z');
const minute = 60_000;
const notice = (id: string): Notice => ({
  ...{ to: ['user:default/ada'], title: id, description: 'x' },
  ...{ link: '/incidents', severity: 'normal', scope: id },
});
const kept = (id: string, about: Partial<ShiftNotice> = {}): ShiftNotice => ({
  ...{ id, notice: notice(id), createdAt: began.toISOString() },
  endsAt: new Date(began.getTime() + 15 * minute).toISOString(),
  ...about,
});

describe.each(engines.ids)('what is told of shifts, on %s', id => {
  let database: Database;
  let now: Date;
  let outcome: 'sent' | 'failed' | 'absent';
  let told: string[];
  const notices: PortalNotices = {
    async tell({ title }) {
      told.push(title);
      return outcome;
    },
  };
  beforeEach(async () => {
    database = await openDatabase(engines, id);
    [now, outcome, told] = [began, 'sent', []];
  });

  const write = (...some: ShiftNotice[]) =>
    database.write(tx => writeRows(tx, [shiftNoticeStore.toWrite(some)]));
  const tell = () =>
    tellShiftNotices({ database, notices, clock: { now: () => now } });
  const passes = (minutes: number) => {
    now = new Date(now.getTime() + minutes * minute);
  };

  it('is told once', async () => {
    await write(kept('a'), kept('b'));
    expect([await tell(), await tell()]).toEqual([2, 0]);
    expect(told).toEqual(['a', 'b']);
  });

  it('is tried again each minute, until it is too late', async () => {
    outcome = 'failed';
    await write(kept('a'));
    await tell();
    await tell();
    expect(told).toHaveLength(1);
    passes(1);
    await tell();
    expect(told).toHaveLength(2);
    passes(14);
    await tell();
    expect(told).toHaveLength(2);
  });

  it('is not tried again where there is nothing to tell it by', async () => {
    outcome = 'absent';
    await write(kept('a'));
    expect(await tell()).toBe(0);
    passes(5);
    await tell();
    expect(told).toHaveLength(1);
  });

  it('is left to whoever tells it, and taken up again when they do not come back', async () => {
    await write(kept('a'));
    const claim = () => {
      const until = new Date(now.getTime() + 5 * minute);
      return database.write(tx =>
        shiftNoticeStore.claim(tx, 'a', { now, until }),
      );
    };
    expect([await claim(), await claim()]).toEqual([true, false]);
    passes(4);
    expect(await tell()).toBe(0);
    passes(1);
    expect(await tell()).toBe(1);
  });

  it('is dropped when the schedule does not say it any more, unless it was told', async () => {
    const schedule = 'checkout';
    await write(kept('told', { schedule }));
    await tell();
    await write(
      ...[kept('gone', { schedule }), kept('holds', { schedule })],
      ...[kept('other', { schedule: 'ledger' }), kept('request')],
    );
    const dropped = await database.write(tx =>
      shiftNoticeStore.drop(tx, schedule, new Set(['holds'])),
    );
    expect(dropped).toBe(1);
    const ids = ['told', 'gone', 'holds', 'other', 'request'];
    const known = await shiftNoticeStore.known(database.read, ids);
    expect(ids.filter(one => !known.has(one))).toEqual(['gone']);
  });

  it('is forgotten sixty days after it was of use', async () => {
    await write(kept('a'));
    await tell();
    passes(60 * 24 * 60);
    await tell();
    expect((await shiftNoticeStore.known(database.read, ['a'])).size).toBe(1);
    passes(16);
    await tell();
    expect((await shiftNoticeStore.known(database.read, ['a'])).size).toBe(0);
  });
});
