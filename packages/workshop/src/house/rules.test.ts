import {
  everyFileHasItsRoom,
  floorsHold,
  roomsAreEnteredByTheirDoor,
} from './floorsHold';
import { houseOf } from './house';
import { namesSpeak } from './names';
import {
  tablesStayInTheirStore,
  vendorsOf,
  vendorsStayInTheirModule,
} from './ownership';
import { chanceStaysInTheCellar, rulesArePure } from './purity';
import { routesAreThin, sizesHold } from './sizes';

const doors = {
  'platform/index.ts': '',
  'severity/index.ts': '',
  'timeline/index.ts': '',
  'alerts/index.ts': '',
  'oncall/index.ts': '',
  'incidents/index.ts': '',
};

function houseWith(path: string, text: string) {
  return houseOf({ ...doors, [path]: text });
}

describe('the rules of the house can fail, so that they can hold', () => {
  it.each([
    [
      'a floor up',
      `import { a } from '../incidents';`,
      'alerts/a.ts:1 reaches up from alerts to incidents',
    ],
    [
      'a neighbour',
      `import { a } from '../oncall';`,
      'alerts/a.ts:1: alerts knows its neighbour oncall',
    ],
    [
      'a type of a neighbour',
      `import type { A } from '../oncall';`,
      'alerts/a.ts:1: alerts knows its neighbour oncall',
    ],
    [
      'a type in passing',
      `let a: import('../oncall').A;`,
      'alerts/a.ts:1: alerts knows its neighbour oncall',
    ],
    [
      'a re-export',
      `export * from '../oncall';`,
      'alerts/a.ts:1: alerts knows its neighbour oncall',
    ],
    [
      'a lazy import',
      `const a = () => import('../incidents');`,
      'alerts/a.ts:1 reaches up from alerts to incidents',
    ],
  ])('sees %s', (_, text, complaint) => {
    expect(floorsHold(houseWith('alerts/a.ts', text))).toEqual([complaint]);
  });

  it('sees a room that knows who binds the rooms', () => {
    const house = houseOf({
      'suite.ts': '',
      'alerts/a.ts': `import '../suite';`,
    });
    expect(floorsHold(house)).toEqual(['alerts/a.ts:1 reaches up to suite.ts']);
  });

  it('lets rooms know what stands below, and themselves', () => {
    const text = `import '../platform'; import '../severity'; import './b';`;
    const house = houseOf({ ...doors, 'alerts/a.ts': text, 'alerts/b.ts': '' });
    expect(floorsHold(house)).toEqual([]);
    expect(roomsAreEnteredByTheirDoor(house)).toEqual([]);
  });

  it('sees a window used as a door', () => {
    const house = houseOf({
      'timeline/store.ts': '',
      'timeline/routes.ts': '',
      'alerts/a.ts': `import '../timeline/store';`,
      'alerts/b.ts': `import '../timeline/routes';`,
      'suite.ts': `import './timeline/store'; import './timeline/routes';`,
    });
    expect(roomsAreEnteredByTheirDoor(house)).toEqual([
      'alerts/a.ts:1 climbs into timeline through timeline/store.ts',
      'alerts/b.ts:1 climbs into timeline through timeline/routes.ts',
      'suite.ts:1 climbs into timeline through timeline/store.ts',
    ]);
  });

  it('sees a file without a room', () => {
    const house = houseOf({ ...doors, 'stuff.ts': '', 'attic/a.ts': '' });
    expect(everyFileHasItsRoom(house)).toEqual([
      'stuff.ts stands in no room of the plan',
      'attic/a.ts stands in no room of the plan',
    ]);
  });

  it.each([
    `import { Knex } from 'knex';`,
    `import express from 'express';`,
    `import { readFileSync } from 'fs';`,
    `import { readFile } from 'node:fs/promises';`,
    `import { LoggerService } from '@backstage/backend-plugin-api';`,
    `import { alertsStore } from '../store';`,
    `const t = Date.now();`,
    `const t = new Date();`,
    `const t = DateTime.now();`,
    `const t = DateTime.utc();`,
    `const r = Math.random();`,
    `const id = randomUUID();`,
    `const id = crypto.randomUUID();`,
    `const e = process.env.HOME;`,
    `setTimeout(() => {}, 1);`,
  ])('sees that a rule is not pure: %s', text => {
    const complaints = rulesArePure(houseWith('alerts/rules/a.ts', text));
    expect(complaints).toEqual([
      expect.stringMatching(/^alerts\/rules\/a.ts:1 /),
    ]);
  });

  it('sees that what a rule calls is not pure', () => {
    const house = houseOf({
      'alerts/rules/a.ts': `import { b } from '../../platform/b';`,
      'platform/b.ts': `import knex from 'knex';`,
    });
    expect(rulesArePure(house)).toEqual([
      'platform/b.ts:1 brings knex into a rule',
    ]);
  });

  it('lets a rule know the type of what is not pure', () => {
    const house = houseOf({
      'alerts/rules/a.ts': `import type { B } from '../../platform/b';`,
      'platform/b.ts': `import knex from 'knex';`,
    });
    expect(rulesArePure(house)).toEqual([]);
  });

  it('lets a rule reckon with the times it is given', () => {
    const text = `const a = new Date(now.getTime() + 1); const b = DateTime.utc(2026, 1);`;
    expect(rulesArePure(houseWith('alerts/rules/a.ts', text))).toEqual([]);
  });

  it.each([
    `const t = new Date();`,
    `await sleep(5);`,
    `row.at = knex.fn.now();`,
    'const sql = `update a set b = now() where c = ${c}`;',
    `const sql = 'select CURRENT_TIMESTAMP';`,
  ])('sees a clock outside the cellar: %s', text => {
    expect(chanceStaysInTheCellar(houseWith('alerts/a.ts', text))).toHaveLength(
      1,
    );
    expect(chanceStaysInTheCellar(houseWith('platform/a.ts', text))).toEqual(
      [],
    );
    expect(chanceStaysInTheCellar(houseWith('plugin.ts', text))).toEqual([]);
  });

  it('sees a table outside its store, and in the store of another room', () => {
    const house = houseOf({
      'alerts/store.ts': `db('incidents_alerts'); db('incidents_pages');`,
      'oncall/pageStore.ts':
        'db.raw(`select * from incidents_pages where id = ${id}`);',
      'alerts/a.ts': `db('incidents_alerts');`,
    });
    expect(tablesStayInTheirStore(house)).toEqual([
      'oncall/pageStore.ts:1 names the table incidents_pages of alerts',
      'alerts/a.ts:1 names the table incidents_alerts outside a store',
    ]);
  });

  it('sees a vendor outside its module', () => {
    const vendors = vendorsOf(
      houseOf({
        'a.ts': `export const a = { id: 'alertmanager', toSignals(p) {} };`,
        'b.ts': `export const b = { id: 'generic', toSignals };`,
        'c.ts': `export const sample = { id: 'web-1' };`,
      }),
    );
    expect(vendors).toEqual(['alertmanager', 'generic']);

    const core = houseOf({
      'alerts/a.ts': `if (source === 'generic') {}`,
      'alerts/b.ts': `function fromAlertManager() {}`,
      'alerts/c.ts': `const why = 'A generic sentence'; // Alertmanager repeats`,
    });
    expect(vendorsStayInTheirModule(core, vendors)).toEqual([
      'alerts/a.ts:1 knows the vendor generic',
      'alerts/b.ts:1 knows the vendor alertmanager',
    ]);
  });

  it('sees names that say nothing', () => {
    const house = houseOf({
      'alerts/alertManager.ts': '',
      'alerts/utils.ts': '',
      'alerts/process-alert.ts': '',
      'components/AlertTable.tsx': '',
      'alerts/metadata.ts': '',
    });
    expect(namesSpeak(house)).toEqual([
      'alerts/alertManager.ts is named "manager"',
      'alerts/utils.ts is named "utils"',
      'alerts/process-alert.ts is named "process"',
      'components/AlertTable.tsx lies in a folder named "components"',
    ]);
  });

  const body = (lines: number) => '\n'.repeat(lines - 1);

  it('sees a long file and a long function, and lets samples be long', () => {
    const house = houseOf({
      'a.ts': `const a = 1;${body(301)}const b = 1;`,
      'b.ts': `function b() {${body(81)}}`,
      'c.tsx': `function C() {${body(120)}}`,
      'samples/d.ts': `const d = {${body(900)}};`,
      ...Object.fromEntries([1, 2, 3].map(n => [`e${n}.ts`, ''])),
    });
    expect(sizesHold(house)).toEqual([
      'a.ts:1 has 301 lines, 300 are allowed',
      'b.ts:1 has 81 lines, 80 are allowed',
      'one function in ten has more than 40 lines, at least 120',
    ]);
  });

  it('sees that files are long on the whole', () => {
    const house = houseOf({ 'a.ts': `const a = 1;${body(91)}const b = 1;` });
    expect(sizesHold(house)).toEqual([
      'the median file has 91 lines, 90 are allowed',
    ]);
  });

  it('sees a door that decides', () => {
    const house = houseOf({
      'alerts/routes.ts': `mount(list, async () => {${body(11)}});`,
    });
    expect(routesAreThin(house)).toEqual([
      'alerts/routes.ts:1 has 11 lines, 10 are allowed',
    ]);
  });
});
