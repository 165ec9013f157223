import { readdirSync, readFileSync } from 'node:fs';
import { inRepository } from '../repository';
import {
  everyFileHasItsRoom,
  floorsHold,
  roomsAreEnteredByTheirDoor,
} from './floorsHold';
import { readHouse } from './house';
import { namesSpeak } from './names';
import {
  tablesStayInTheirStore,
  vendorsOf,
  vendorsStayInTheirModule,
} from './ownership';
import { chanceStaysInTheCellar, rulesArePure } from './purity';
import { routesAreThin, sizesHold } from './sizes';

const plugins = readdirSync(inRepository('plugins')).map(folder => ({
  folder,
  house: readHouse(inRepository('plugins', folder, 'src')),
  manifest: JSON.parse(
    readFileSync(inRepository('plugins', folder, 'package.json'), 'utf8'),
  ),
}));

const modules = plugins.filter(
  ({ manifest }) => manifest.backstage.role === 'backend-plugin-module',
);

describe('the house of incidents-backend', () => {
  const house = readHouse(inRepository('plugins/incidents-backend/src'));

  it('is there', () => {
    expect(house.files.length).toBeGreaterThan(20);
  });

  it.each([
    ['has a room for every file', everyFileHasItsRoom],
    ['has floors: imports point down, neighbours are strangers', floorsHold],
    ['has doors: rooms are entered by their index', roomsAreEnteredByTheirDoor],
    ['has rules that see values and now', rulesArePure],
    ['keeps clock and chance in the cellar', chanceStaysInTheCellar],
    ['keeps each table in its store', tablesStayInTheirStore],
    ['has thin routes', routesAreThin],
  ])('%s', (_, rule) => {
    expect(rule(house)).toEqual([]);
  });

  it('names the room in each migration', () => {
    const rooms = new Set(house.files.map(({ room }) => room));
    const strays = readdirSync(
      inRepository('plugins/incidents-backend/migrations'),
    ).filter(file => {
      const [, room] = file.match(/^\d{14}_([a-z]+)_[a-z]+_[a-z_]+\.js$/) ?? [];
      return !rooms.has(room);
    });
    expect(strays).toEqual([]);
  });
});

describe('the core knows no vendor', () => {
  const vendors = modules.flatMap(({ house }) => vendorsOf(house));

  it('and there are vendors to know', () => {
    expect(vendors).toEqual(
      expect.arrayContaining(['alertmanager', 'generic']),
    );
  });

  it.each(['incidents-backend', 'incidents-node', 'incidents-common'])(
    'in %s',
    folder => {
      const core = readHouse(inRepository('plugins', folder, 'src'));
      // What other plugins call their annotations is theirs to say.
      const files = core.files.filter(({ path }) => path !== 'annotations.ts');
      expect(vendorsStayInTheirModule({ ...core, files }, vendors)).toEqual([]);
    },
  );
});

describe.each(plugins)('$folder', ({ house }) => {
  it('has names that speak', () => {
    expect(namesSpeak(house)).toEqual([]);
  });

  it('keeps its files and functions short', () => {
    expect(sizesHold(house)).toEqual([]);
  });
});

describe('the packages of the suite', () => {
  const suite = 'backstage-plugin-incidents';
  const allowed: Record<string, string[]> = {
    [`${suite}-common`]: [],
    [`${suite}-node`]: [`${suite}-common`],
    [`${suite}-backend`]: [`${suite}-common`, `${suite}-node`],
    [`${suite}-react`]: [`${suite}-common`],
    [suite]: [`${suite}-common`, `${suite}-react`],
  };

  it.each(plugins)(
    '$folder depends only on what stands below it',
    ({ manifest }) => {
      const below = allowed[manifest.name] ?? [
        `${suite}-common`,
        `${suite}-node`,
      ];
      const known = Object.keys(manifest.dependencies ?? {}).filter(name =>
        name.includes(suite),
      );
      expect(below).toEqual(expect.arrayContaining(known));
    },
  );
});
