import type { Matcher, RoutingRule } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { indexCatalog } from '../platform/catalogIndex';
import { openDatabase, openEngines } from '../testing/engines';
import { createRuleBook } from './routingRules';
import { ruleStore } from './ruleStore';

const engines = openEngines();
const actor = { type: 'user', ref: 'user:default/ada' } as const;
const matchers: Matcher[] = [{ label: 'team', op: 'equals', value: 'post' }];
const entityRef = 'component:default/mail';

const index = indexCatalog(
  [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'mail' },
    },
  ],
  new Date(0),
);

describe.each(engines.ids)('the book of routing rules, on %s', id => {
  const open = async () => {
    const database = await openDatabase(engines, id);
    let n = 0;
    const book = createRuleBook({
      database,
      catalog: { index: async () => index, latest: async () => index },
      clock: { now: () => new Date(testNow) },
      newId: () => {
        n += 1;
        return `rule-${n}`;
      },
    });
    return { database, book };
  };
  const rule: RoutingRule = {
    ...{ id: 'rule-1', matchers, entityRef },
    ...{ createdBy: actor, createdAt: testNow },
  };

  it('is read by routing as soon as something is written here', async () => {
    const { book } = await open();
    expect(await book.current()).toEqual([]);
    const made = await book.create({ matchers, entityRef, actor });
    expect(made).toEqual(rule);
    expect(await book.current()).toEqual([rule]);
    await book.remove('rule-1');
    expect(await book.current()).toEqual([]);
  });

  it('is not read for each alert', async () => {
    const { book, database } = await open();
    await book.current();
    await database.write(tx => ruleStore.add(tx, rule));
    expect(await book.current()).toEqual([]);
    book.forget();
    expect(await book.current()).toEqual([rule]);
  });

  it('is what it was when the database does not answer', async () => {
    const { book, database } = await open();
    await book.create({ matchers, entityRef, actor });
    await book.current();
    await database.knex.destroy();
    book.forget();
    expect(await book.current()).toEqual([rule]);
  });

  it('is empty when the database never answered', async () => {
    const { book, database } = await open();
    await database.knex.destroy();
    expect(await book.current()).toEqual([]);
  });

  it('is full when it could not be put in order any more', async () => {
    const { book, database } = await open();
    await database.write(async tx => {
      for (let i = 0; i < 999; i++) {
        await ruleStore.add(tx, { ...rule, id: `old-${i}` });
      }
    });
    await book.create({ matchers, entityRef, actor });
    await expect(book.create({ matchers, entityRef, actor })).rejects.toThrow(
      'There are 1000 routing rules; remove some before you add another',
    );
  });
});
