import { mockServices } from '@backstage/backend-test-utils';
import { openDatabase, openEngines } from '../testing/engines';
import type { EntryDraft } from './entry';
import { createTimeline, timelineTopic } from './index';

const engines = openEngines();
const start = new Date('2026-11-20T03:00:00.000Z');

const note = (n: number, incidentKey?: string): EntryDraft => ({
  kind: 'note.added',
  actor: { type: 'user', ref: 'user:default/ada' },
  text: `secret ${n}`,
  ...(incidentKey && { incidentKey }),
});

describe.each(engines.ids)('what happened is told to others, on %s', id => {
  async function open() {
    const database = await openDatabase(engines, id);
    const pings: any[] = [];
    const facts: any[] = [];
    let now = start;
    let fails = false;
    let refusals = 0;
    let ids = 0;
    const timeline = createTimeline({
      database,
      clock: { now: () => now },
      logger: mockServices.logger.mock(),
      newId: () => `e${(ids += 1)}`,
      signals: {
        publish: async signal => {
          if (fails) {
            refusals += 1;
            throw new Error('the bus is away');
          }
          pings.push(signal);
        },
      },
      events: {
        publish: async event => void facts.push(event),
        subscribe: async () => {},
      },
    });
    const untold = async () =>
      (await database.knex('incidents_timeline_untold')).flatMap(
        ({ entry_ids: untoldIds }) => JSON.parse(untoldIds),
      ).length;
    return {
      ...{ database, timeline, pings, facts, untold },
      record: (...drafts: EntryDraft[]) =>
        database.write(tx => timeline.record(tx, drafts, now)),
      refused: () => refusals,
      goes: (away: boolean) => {
        fails = away;
      },
      waits: (seconds: number) => {
        now = new Date(now.getTime() + seconds * 1_000);
      },
      async until(isSo: () => Promise<boolean> | boolean) {
        for (let i = 0; i < 500 && !(await isSo()); i++) {
          await new Promise(resolve => setTimeout(resolve, 10));
        }
      },
    };
  }

  it('as a ping without content, and as facts without their texts', async () => {
    const { record, pings, facts, untold, until } = await open();
    await record(note(1, 'INC-1'), note(2, 'INC-1'), note(3));
    await until(async () => (await untold()) === 0);
    expect(pings).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'incidents',
        message: { incidents: ['INC-1'] },
      },
    ]);
    expect(facts).toMatchObject([
      {
        topic: timelineTopic,
        eventPayload: {
          entries: [
            { id: 'e1', kind: 'note.added', incidentKey: 'INC-1' },
            { id: 'e2' },
            { id: 'e3' },
          ],
        },
      },
    ]);
    expect(JSON.stringify([pings, facts])).not.toContain('secret');
  });

  it('to pages alone, when it is what an alert does while it flaps', async () => {
    const { record, pings, facts, untold, until } = await open();
    const held: EntryDraft = { ...note(1), kind: 'alert.held', alertId: 'a1' };
    await record(held);
    await until(async () => (await untold()) === 0);
    expect(pings).toHaveLength(1);
    expect(facts).toEqual([]);
    await record(held, note(2));
    await until(async () => (await untold()) === 0);
    expect(facts).toMatchObject([
      { eventPayload: { entries: [{ kind: 'note.added' }] } },
    ]);
  });

  it('names fifty incidents at most, and says that there are more', async () => {
    const { record, pings, until } = await open();
    const many = Array.from({ length: 60 }, (_, i) => note(i, `INC-${i + 1}`));
    await record(...many);
    await until(() => pings.length > 0);
    const { incidents, more } = pings[0].message;
    expect([incidents.length, more]).toEqual([50, true]);
  });

  it('never what was not committed', async () => {
    const { database, timeline, pings, waits } = await open();
    await expect(
      database.write(async tx => {
        await timeline.record(tx, [note(1, 'INC-1')], start);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    waits(60);
    expect(await timeline.sweep()).toBe(0);
    expect(pings).toEqual([]);
  });

  it('later, when the bus was away', async () => {
    const { record, goes, waits, timeline, pings, untold } = await open();
    goes(true);
    await record(note(1, 'INC-1'));
    waits(11);
    await expect(timeline.sweep()).rejects.toThrow('the bus is away');
    expect(await untold()).toBe(1);
    goes(false);
    expect(await timeline.sweep()).toBe(1);
    expect(pings).toHaveLength(1);
    expect(await timeline.sweep()).toBe(0);
  });

  it('by the process that wrote it, as long as it is young', async () => {
    const { record, goes, waits, timeline } = await open();
    goes(true);
    await record(note(1, 'INC-1'));
    waits(9);
    expect(await timeline.sweep()).toBe(0);
  });

  it('all of it, however much waits', async () => {
    const { record, goes, waits, timeline, untold, until, refused, facts } =
      await open();
    goes(true);
    // More commits than are read again together, and more entries than are told together.
    for (let commit = 0; commit < 60; commit += 1) {
      await record(...Array.from({ length: 20 }, (_, i) => note(i, 'INC-1')));
    }
    // Those that were being told have found the bus away by now.
    await until(() => refused() > 0);
    goes(false);
    waits(60);
    await timeline.sweep();
    expect(await untold()).toBe(0);
    const told = facts.flatMap(({ eventPayload }) => eventPayload.entries);
    expect(new Set(told.map((entry: any) => entry.id)).size).toBe(1_200);
  });
});
