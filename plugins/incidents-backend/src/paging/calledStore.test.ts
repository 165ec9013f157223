import { openDatabase, openEngines } from '../testing/engines';
import { calledStore } from './calledStore';
import { noticeStore } from './noticeStore';
import { pageStore } from './pageStore';
import { builtInPolicy } from './rules/builtInPolicy';
import type { KeptNotice } from './rules/notice';
import type { KeptPage } from './rules/page';

const engines = openEngines();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 3, minute));
const { match, ...policy } = builtInPolicy;
const page = (id: string, incidentKey: string): KeptPage => ({
  ...{ id, incidentKey, policy, because: 'x', status: 'ended', round: 1 },
  ...{ step: 0, episode: 0, startedAt: at(0), version: 0 },
});
const person = (name: string) => ({
  ...{ ref: `user:default/${name}`, displayName: `${name} 🔥` },
});
let count = 0;
const notice = (
  name: string,
  minute: number,
  about: Partial<KeptNotice> = {},
): KeptNotice => ({
  ...{ id: `n${(count += 1)}`, pageId: 'p1', round: 1, step: 0, episode: 0 },
  ...{ urgency: 'page', target: 'level 1', notifier: 'portal', settings: {} },
  ...{ person: person(name), state: 'sent', attempts: 1 },
  ...{ createdAt: at(minute), sentAt: at(minute) },
  ...about,
});

describe.each(engines.ids)('who was called, on %s', id => {
  it('is each person once for each call, by however many ways, oldest first', async () => {
    const database = await openDatabase(engines, id);
    const window = { from: at(1), to: at(9) };
    await database.write(async tx => {
      await pageStore.save(tx, page('p1', 'INC-1'));
      await pageStore.save(tx, page('p2', 'INC-2'));
      await noticeStore.add(tx, [
        notice('bo', 5, { pageId: 'p2' }),
        // By two ways at once; the second was out first.
        notice('ada', 1, { sentAt: at(3) }),
        notice('ada', 1, { notifier: 'mail', sentAt: at(2) }),
        // The same step again, after the page was reopened.
        notice('ada', 8),
        // Too early, too late, never out, and nobody.
        notice('ada', 0),
        notice('ada', 9),
        notice('ada', 4, { sentAt: undefined, state: 'failed' }),
        notice('ada', 4, { person: undefined }),
      ]);
    });
    const called = await calledStore.between(database.read, window, 10);
    expect(called).toEqual([
      { incidentKey: 'INC-1', person: person('ada'), at: at(2) },
      { incidentKey: 'INC-2', person: person('bo'), at: at(5) },
      { incidentKey: 'INC-1', person: person('ada'), at: at(8) },
    ]);
    expect(await calledStore.between(database.read, window, 2)).toEqual(
      called.slice(0, 2),
    );
  });
});
