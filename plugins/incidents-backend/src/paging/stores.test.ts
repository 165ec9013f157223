import { openDatabase, openEngines } from '../testing/engines';
import { callStore } from './callStore';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { builtInPolicy } from './rules/builtInPolicy';
import { claim, type KeptNotice } from './rules/notice';
import type { KeptPage } from './rules/page';
import { writeRows } from '../platform/writeRows';

const engines = openEngines();
const now = new Date('2026-11-20T03:00:00.000Z');
const later = new Date('2026-11-20T03:05:00.000Z');
const ada = { type: 'user', ref: 'user:default/ada' } as const;
const { match, ...policy } = builtInPolicy;
const page: KeptPage = {
  ...{ id: 'p1', incidentKey: 'INC-1', policy, because: 'ログ' },
  ...{ status: 'waiting', round: 1, step: 0, startedAt: now, dueAt: later },
  episode: 1,
  version: 0,
};
const notice: KeptNotice = {
  ...{ id: 'n1', pageId: 'p1', round: 1, step: 0, urgency: 'page' },
  episode: 1,
  ...{ target: 'level 1', notifier: 'portal', settings: { loft: 7 } },
  person: { ref: 'user:default/ada', displayName: 'Ada 🔥' },
  ...{ state: 'due', attempts: 0, createdAt: now, dueAt: now },
};
const empty = { note: undefined, sentAt: undefined, ref: undefined };

describe.each(engines.ids)('what is kept of pages, on %s', id => {
  const open = () => openDatabase(engines, id);

  it('calls are heard once, in order, incident by incident', async () => {
    const database = await open();
    const call = (incidentKey: string, kind: 'declared' | 'over') => ({
      ...{ incidentKey, kind, actor: ada },
    });
    const calls = [
      call('INC-2', 'declared'),
      call('INC-1', 'declared'),
      call('INC-2', 'over'),
    ];
    await database.write(tx => writeRows(tx, callStore.toRows(calls, now)));
    expect(await callStore.waiting(database.read)).toEqual({
      ...{ count: 3, since: now.toISOString() },
    });
    expect(await callStore.waitingKeys(database.read, 5)).toEqual([
      ...['INC-2', 'INC-1'],
    ]);
    const taken = await Promise.all(
      [1, 2].map(() => database.write(tx => callStore.take(tx, 'INC-2'))),
    );
    expect(taken.flat()).toEqual([calls[0], calls[2]]);
    expect(await callStore.waiting(database.read)).toMatchObject({ count: 1 });
  });

  it('a page is as it was written, and is not overwritten by who saw an older one', async () => {
    const database = await open();
    await database.write(tx => pageStore.save(tx, page));
    const [kept] = await pageStore.ofIncident(database.read, 'INC-1');
    expect(kept).toEqual({
      ...{ ...page, version: 1 },
      ...{ acknowledgedBy: undefined, acknowledgedAt: undefined },
      endedAt: undefined,
    });
    const taken: KeptPage = {
      ...{ ...kept, status: 'acknowledged' },
      ...{ acknowledgedBy: ada, acknowledgedAt: now },
    };
    await database.write(tx => pageStore.save(tx, taken));
    expect(await pageStore.ofIncident(database.read, 'INC-1')).toEqual([
      { ...taken, version: 2 },
    ]);
    await expect(
      database.write(tx => pageStore.save(tx, kept)),
    ).rejects.toThrow('page p1 has changed');
  });

  it('a page is due from its time on, and none twice at a time for an incident', async () => {
    const database = await open();
    await database.write(tx => pageStore.save(tx, page));
    const due = async (at: Date) =>
      (await pageStore.findDue(database.read, at, 5)).map(one => one.id);
    expect(await due(now)).toEqual([]);
    expect(await due(later)).toEqual(['p1']);
    expect(await pageStore.late(database.read, later)).toEqual({
      ...{ count: 1, since: later.toISOString() },
    });
    expect(await pageStore.late(database.read, now)).toEqual({ count: 0 });
    await expect(
      database.write(tx => pageStore.save(tx, { ...page, id: 'p2' })),
    ).rejects.toThrow(/unique/i);
    await database.write(async tx => {
      const held = (await pageStore.holdOpen(tx, 'INC-1'))!;
      await pageStore.save(tx, {
        ...{ ...held, status: 'ended', endedAt: now, dueAt: undefined },
      });
      expect(await pageStore.holdOpen(tx, 'INC-1')).toBeUndefined();
    });
    expect(await due(later)).toEqual([]);
  });

  it('of two who want to send a notice one gets it', async () => {
    const database = await open();
    await database.write(tx => noticeStore.add(tx, [notice]));
    expect(await noticeStore.findDue(database.read, now, 5)).toEqual([
      { ...notice, ...empty, reason: undefined },
    ]);
    expect(await noticeStore.undelivered(database.read)).toEqual({
      ...{ count: 1, since: now.toISOString() },
    });
    const got = await Promise.all(
      [1, 2].map(() =>
        database.write(tx =>
          noticeStore.change(tx, notice, claim(notice, now)),
        ),
      ),
    );
    expect(got.sort()).toEqual([false, true]);
    expect(await noticeStore.findDue(database.read, now, 5)).toEqual([]);
    expect(await noticeStore.findDue(database.read, later, 5)).toHaveLength(1);
  });

  it('notices are marked by state, person and whether a person asked', async () => {
    const database = await open();
    const asked = { ...notice, id: 'n2', step: undefined };
    await database.write(tx => noticeStore.add(tx, [notice, asked]));
    const mark = (which: object, to: 'withdrawn' | 'sent') =>
      database.write(tx =>
        noticeStore.mark(tx, { pageId: 'p1', from: ['due'], ...which }, to),
      );
    const states = async () =>
      (await noticeStore.ofPages(database.read, ['p1'])).map(one => one.state);
    await mark({ person: 'user:default/bo' }, 'withdrawn');
    expect(await states()).toEqual(['due', 'due']);
    await mark({ ofSteps: true }, 'withdrawn');
    expect(await states()).toEqual(['withdrawn', 'due']);
    await mark({ person: 'user:default/ada' }, 'sent');
    expect(await states()).toEqual(['withdrawn', 'sent']);
  });

  it('what tells that it is over is not withdrawn with the rest', async () => {
    const database = await open();
    const over: KeptNotice = { ...notice, id: 'n2', urgency: 'over' };
    await database.write(async tx => {
      await noticeStore.add(tx, [notice, over]);
      await noticeStore.mark(tx, { pageId: 'p1', from: ['due'] }, 'withdrawn');
    });
    const kept = await noticeStore.ofPages(database.read, ['p1']);
    expect(kept.map(({ state }) => state)).toEqual(['withdrawn', 'due']);
  });

  it('a link is spent once', async () => {
    const database = await open();
    await database.write(tx => noticeStore.add(tx, [notice]));
    const spend = () =>
      database.read.transaction(tx => noticeStore.spend(tx, 'n1', later));
    await spend();
    expect(await noticeStore.find(database.read, 'n1')).toMatchObject({
      answeredAt: later,
    });
    await expect(spend()).rejects.toThrow('notice n1 was answered');
    expect(await noticeStore.find(database.read, 'n9')).toBeUndefined();
  });
});
