import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { inRepository, repositoryRoot } from './repository';

const pages = globSync(
  ['*.md', 'docs/**/*.md', 'plugins/*/README.md', 'examples/README.md'],
  { cwd: repositoryRoot },
).sort();

function textOf(page: string): string {
  return readFileSync(page, 'utf8');
}

/** Blocks and spans of code link to nothing. */
function withoutCode(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** What links and pictures lead to, without those that leave the repository. */
function targetsIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map(([, target]) => target)
    .filter(target => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

/** The anchors of headings, as code hosts make them. */
function anchorsOf(text: string): string[] {
  const lines = text.replace(/^ *```[\s\S]*?^ *```$/gm, '').split('\n');
  return lines
    .filter(line => /^#{1,6} /.test(line))
    .map(line =>
      line
        .replace(/^#+ /, '')
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    );
}

function isBroken(page: string, target: string): boolean {
  const [path, anchor] = target.split('#');
  const file = path ? resolve(dirname(page), decodeURI(path)) : page;
  if (!existsSync(file)) return true;
  if (!anchor || statSync(file).isDirectory()) return false;
  return !anchorsOf(textOf(file)).includes(anchor);
}

function brokenLinksOf(page: string): string[] {
  return targetsIn(textOf(page)).filter(target => isBroken(page, target));
}

describe('the documents', () => {
  it('are there', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['CONTRIBUTING.md', 'README.md', 'docs/index.md']),
    );
  });

  it.each(pages)('%s links to nothing that is not there', page => {
    expect(brokenLinksOf(inRepository(page))).toEqual([]);
  });

  it('are all reached from the README', () => {
    const reached = new Set([inRepository('README.md')]);
    // A Set hands out what is added while it is walked.
    for (const page of reached) {
      if (!page.endsWith('.md') || !existsSync(page)) continue;
      for (const target of targetsIn(textOf(page))) {
        reached.add(resolve(dirname(page), target.split('#')[0]));
      }
    }
    const docs = pages.filter(page => page.startsWith('docs/'));
    expect(docs.filter(page => !reached.has(inRepository(page)))).toEqual([]);
  });
});

describe('a broken link', () => {
  it.each([
    ['[a](./nowhere.md)', ['./nowhere.md']],
    ['![a](docs/images/nothing.png)', ['docs/images/nothing.png']],
    ['[a](docs/index.md#nothing)', ['docs/index.md#nothing']],
    ['[a](docs/index.md#concepts)', []],
    ['[a](https://example.com/nowhere)', []],
    ['`[a](./nowhere.md)`', []],
  ])('is seen in %s: %j', (text, broken) => {
    const page = inRepository('README.md');
    const found = targetsIn(text).filter(target => isBroken(page, target));
    expect(found).toEqual(broken);
  });
});
