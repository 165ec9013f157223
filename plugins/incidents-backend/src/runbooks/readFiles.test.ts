import { symlinkSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFiles } from './readFiles';

const directory = createMockDirectory();
const entityFile = () => directory.resolve('shop/catalog-info.yaml');

async function read(target: string) {
  const { files, remarks } = await readFiles({
    entityFile: entityFile(),
    target,
  });
  return {
    files: files.map(({ path, text }) => `${path}: ${text}`),
    remarks,
  };
}

beforeEach(() =>
  directory.setContent({
    'secret.md': 'secret',
    other: { 'secret.md': 'secret' },
    'shop-two': { 'secret.md': 'secret' },
    shop: {
      'catalog-info.yaml': '',
      runbooks: {
        'b.md': 'B',
        'a.MD': '\uFEFFA',
        'notes.txt': 'no',
        'picture.md': Buffer.from([1, 0, 2]),
        'large.md': 'x'.repeat(512 * 1024 + 1),
        deeper: { 'c.md': 'C' },
        '.hidden': { 'd.md': 'D' },
        node_modules: { 'e.md': 'E' },
      },
      empty: {},
    },
  }),
);

describe('readFiles', () => {
  it('reads the Markdown below a folder, and says what it leaves out', async () => {
    expect(await read('./runbooks')).toEqual({
      files: ['a.MD: A', 'b.md: B', 'deeper/c.md: C'],
      remarks: [
        'large.md: it is larger than 512 KiB and is left out',
        'picture.md: it is not text',
      ],
    });
  });

  it('reads one file', async () => {
    expect(await read('runbooks/b.md')).toEqual({
      files: ['b.md: B'],
      remarks: [],
    });
    expect((await read('runbooks/notes.txt')).files).toEqual([]);
  });

  it.each([
    '..',
    '../other',
    '../secret.md',
    '../shop-two',
    'runbooks/../../other',
    '/etc',
  ])('refuses %s', async target => {
    await expect(read(target)).rejects.toThrow(
      'it lies outside the folder in which the entity is defined',
    );
  });

  it('refuses to be led outside by links', async () => {
    symlinkSync(directory.resolve('other'), directory.resolve('shop/link'));
    symlinkSync(
      directory.resolve('secret.md'),
      directory.resolve('shop/runbooks/z.md'),
    );
    symlinkSync(
      directory.resolve('other'),
      directory.resolve('shop/runbooks/folder'),
    );
    await expect(read('link')).rejects.toThrow('it lies outside');
    await expect(read('link/secret.md')).rejects.toThrow('it lies outside');
    const { files, remarks } = await read('runbooks');
    expect(files.join()).not.toMatch('secret');
    expect(remarks).toContain(
      'z.md: it leads outside the folder in which the entity is defined',
    );
  });

  it('follows a link that stays inside', async () => {
    symlinkSync(
      directory.resolve('shop/runbooks/b.md'),
      directory.resolve('shop/empty/linked.md'),
    );
    expect((await read('empty')).files).toEqual(['linked.md: B']);
  });

  it.each(['missing', 'missing/x.md'])(
    'says that there is no %s, without naming paths of the server',
    async target => {
      await expect(read(target)).rejects.toThrow(/^there is nothing there$/);
    },
  );

  it('reads two hundred files at most', async () => {
    const many = Array.from({ length: 201 }, (_, i) => [`r${i}.md`, 'R']);
    directory.addContent({ shop: { many: Object.fromEntries(many) } });
    const { files, remarks } = await read('many');
    expect(files).toHaveLength(200);
    expect(remarks).toEqual([
      'only the first 200 Markdown files are read, and there are more',
    ]);
  });
});
