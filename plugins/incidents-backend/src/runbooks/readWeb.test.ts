import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { readWebFile, readWebFolder } from './readWeb';

type Files = Record<string, string>;

/** A code host whose archive holds these files. */
function host(files: Files, options: { filters: boolean } = { filters: true }) {
  return mockServices.urlReader.mock({
    readTree: async (_, request) => ({
      etag: 'e1',
      archive: jest.fn(),
      dir: jest.fn(),
      files: async () =>
        Object.entries(files)
          .filter(
            ([path, text]) =>
              !options.filters ||
              request?.filter?.(path, { size: text.length }),
          )
          .map(([path, text]) => ({
            path,
            content: async () => Buffer.from(text),
          })),
    }),
  });
}

const folder = 'https://code.example/org/shop/tree/main/runbooks';
const large = 'x'.repeat(512 * 1024 + 1);

describe('readWebFolder', () => {
  it.each([{ filters: true }, { filters: false }])(
    'reads the Markdown, and says what it leaves out: %j',
    async options => {
      const reader = host(
        {
          'a b.md': 'A',
          'deep/b.md': 'B',
          'x.yaml': 'no',
          '.github/c.md': 'no',
          'large.md': large,
        },
        options,
      );
      const read = await readWebFolder(reader, folder, 'e0');
      expect(read).toEqual({
        etag: 'e1',
        files: [
          {
            path: 'a b.md',
            address: `${folder}/a%20b.md`,
            sourceUrl: `${folder}/a%20b.md`,
            text: 'A',
          },
          {
            path: 'deep/b.md',
            address: `${folder}/deep/b.md`,
            sourceUrl: `${folder}/deep/b.md`,
            text: 'B',
          },
        ],
        remarks: ['large.md: it is larger than 512 KiB and is left out'],
      });
      expect(reader.readTree).toHaveBeenCalledWith(
        folder,
        expect.objectContaining({ etag: 'e0' }),
      );
    },
  );

  it('keeps queries of addresses', async () => {
    const read = async (url: string) =>
      (await readWebFolder(host({ 'a.md': 'A' }), url, undefined)).files[0]
        .sourceUrl;
    expect(await read('https://code.example/browse/runbooks/?at=main')).toBe(
      'https://code.example/browse/runbooks/a.md?at=main',
    );
    expect(await read('https://azure.example/_git/r?path=/runbooks')).toBe(
      'https://azure.example/_git/r?path=%2Frunbooks%2Fa.md',
    );
  });

  it('reads two hundred files at most', async () => {
    const many = Array.from({ length: 201 }, (_, i) => [`r${i}.md`, 'R']);
    const reader = host(Object.fromEntries(many));
    const { files, remarks } = await readWebFolder(reader, folder, undefined);
    expect(files).toHaveLength(200);
    expect(remarks).toEqual([
      'only the first 200 Markdown files are read, and there are more',
    ]);
  });
});

describe('readWebFile', () => {
  const url = 'https://code.example/org/shop/blob/main/%E6%89%8B%E9%A0%86.md';

  it('reads one file', async () => {
    const reader = mockServices.urlReader.mock({
      readUrl: async () => ({
        buffer: async () => Buffer.from('A'),
        etag: 'e1',
      }),
    });
    expect(await readWebFile(reader, url, undefined)).toEqual({
      files: [{ path: '手順.md', address: url, sourceUrl: url, text: 'A' }],
      remarks: [],
      etag: 'e1',
    });
  });

  it('stops reading a file that does not end', async () => {
    let chunks = 0;
    function* endless() {
      for (;;) {
        chunks++;
        yield Buffer.alloc(64 * 1024, 'x');
      }
    }
    const reader = mockServices.urlReader.mock({
      readUrl: async () => ({
        buffer: jest.fn(),
        stream: () => Readable.from(endless()),
      }),
    });
    const { files, remarks } = await readWebFile(reader, url, undefined);
    expect(files).toEqual([]);
    expect(remarks).toEqual([
      '手順.md: it is larger than 512 KiB and is left out',
    ]);
    expect(chunks).toBeLessThan(50);
  });
});
