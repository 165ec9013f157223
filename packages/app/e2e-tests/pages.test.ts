import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openPortal, prefer, type Taste } from './openPortal';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const checkout = '/catalog/default/component/checkout';

interface Subject {
  name: string;
  path: string;
  /** In sight as soon as the page is there, in either language. */
  sign: (page: Page) => Locator;
  act?: (page: Page) => Promise<void>;
  /** Read by somebody who was paged and has only a phone. */
  onPhone?: boolean;
}

const subjects: Subject[] = [
  {
    name: 'the overview',
    path: '/incidents',
    sign: page => page.getByRole('article').first(),
    onPhone: true,
  },
  {
    name: 'the list',
    path: '/incidents/list',
    sign: page => page.getByText('INC-157'),
  },
  {
    name: 'an incident',
    path: '/incidents/INC-157',
    sign: page =>
      page
        .getByRole('region', { name: /^(Timeline|タイムライン)/ })
        .getByRole('listitem')
        .first(),
    onPhone: true,
  },
  {
    name: 'the alerts',
    path: '/incidents/alerts?show=incidents',
    sign: page => page.locator('li [aria-expanded]').first(),
    async act(page) {
      await page.locator('li [aria-expanded]').first().click();
    },
    onPhone: true,
  },
  ...[
    ...['silences', 'maintenance', 'rules', 'dry-run', 'deliveries'],
    ...['dead-letters', 'heartbeats'],
  ].map(view => ({
    name: `the ${view} of alerts`,
    path: `/incidents/alerts/${view}`,
    sign: (page: Page) => page.locator('main').getByRole('region').first(),
  })),
  {
    name: 'who is on call',
    path: '/incidents/on-call',
    // A schedule, or what to do when there is none.
    sign: page => page.locator('main').getByRole('region').first(),
    onPhone: true,
  },
  {
    name: 'a schedule',
    path: '/incidents/on-call',
    sign: page => page.locator('main').getByRole('region').first(),
    async act(page) {
      const heading = page
        .locator('main')
        .getByRole('region')
        .getByRole('heading');
      await heading.getByRole('link').first().click();
      await expect(
        page.getByRole('button', { name: /^(Next fortnight|次の 2 週間)$/ }),
      ).toBeVisible();
    },
    onPhone: true,
  },
  {
    name: 'a runbook',
    path: `${checkout}/incidents`,
    sign: page => page.getByRole('region').getByRole('heading').first(),
    async act(page) {
      await page.getByRole('link', { name: 'Checkout is slow' }).click();
      await expect(page.getByText('What it means')).toBeVisible();
    },
    onPhone: true,
  },
  {
    name: 'the dialog that declares',
    path: '/incidents',
    sign: page => page.getByRole('article').first(),
    async act(page) {
      await page.getByRole('button', { name: /^(Declare|宣言)$/ }).click();
      await expect(page.getByRole('radio').first()).toBeVisible();
    },
  },
  {
    name: 'the tab of a service',
    path: `${checkout}/incidents`,
    sign: page => page.getByRole('region').getByRole('heading').first(),
    onPhone: true,
  },
  {
    name: 'the card of a service',
    path: checkout,
    sign: page => page.getByRole('link', { name: /INC-\d+/ }).first(),
  },
  {
    name: 'the home page',
    path: '/',
    sign: page => page.getByText('INC-157'),
  },
  {
    name: 'the load of people on call',
    path: '/incidents/on-call/load',
    // People, or that there is nobody.
    sign: page => page.locator('main').getByRole('region').first(),
    onPhone: true,
  },
  {
    name: 'a hand-over',
    path: '/incidents/on-call',
    sign: page => page.locator('main').getByRole('region').first(),
    async act(page) {
      const link = page
        .getByRole('link', { name: /^(Hand over|引き継ぐ): / })
        .first();
      if ((await link.count()) === 0) return;
      await link.click();
      await expect(page.getByRole('textbox').first()).toBeVisible();
    },
    onPhone: true,
  },
  {
    name: 'the editor of a new schedule',
    path: '/incidents/on-call/new',
    // What it comes to has been reckoned.
    sign: page => page.locator('main li[data-tone="gap"]').first(),
    onPhone: true,
  },
  {
    name: 'the editor of a schedule',
    path: '/incidents/on-call/media/edit',
    sign: page => page.locator('main li[data-tone="gap"]').first(),
    onPhone: true,
  },
];

const overview: Subject = subjects[0];
const incident: Subject = subjects[2];
const alerts: Subject = subjects[3];
const [silences, , rules] = subjects.slice(4);

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** Opened from these pages, in English and in the dark, where contrast is hardest. */
const dialogs: Subject[] = [
  { ...overview, name: 'the keys', act: page => press(page, 'Keyboard') },
  { ...incident, name: 'a step', act: page => press(page, 'Cause found') },
  {
    ...incident,
    name: 'a change of severity',
    act: page => press(page, 'Change severity'),
  },
  { ...incident, name: 'a merge', act: page => press(page, 'Merge into…') },
  {
    ...alerts,
    name: 'whose an alert is',
    path: '/incidents/alerts?show=unrouted',
    async act(page) {
      await page
        .getByRole('button', { name: /^Whose is it/ })
        .first()
        .click();
      await page.getByRole('checkbox').check({ force: true });
      await expect(
        page.getByRole('group', { name: 'Condition 1' }),
      ).toBeVisible();
    },
  },
  {
    ...alerts,
    name: 'what else can be done about an alert',
    async act(page) {
      await page
        .getByRole('button', { name: /^More for/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Silence…' }).click();
      // The menu is a dialog too, until it has faded away.
      await expect(page.getByRole('dialog')).toHaveCount(1);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { ...silences, name: 'a silence', act: page => press(page, 'New silence') },
  { ...rules, name: 'a rule', act: page => press(page, 'New rule') },
  ...['Swap shifts', 'Be away', 'Subscribe'].map(name => ({
    name: `the dialog ${name}`,
    path: '/incidents/on-call/media',
    sign: (page: Page) => page.getByRole('button', { name }),
    act: (page: Page) => press(page, name),
  })),
];

const tastes: Taste[] = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'ja' },
  { theme: 'dark', language: 'ja' },
];

async function show(page: Page, { path, sign, act }: Subject): Promise<void> {
  await page.goto(path);
  await expect(sign(page)).toBeVisible();
  await act?.(page);
  await expect(
    page.getByRole('status', { name: /^(Loading|読み込み中)$/ }),
  ).toHaveCount(0);
}

/** What axe objects to, one line for each element. */
async function objectionsTo(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The portal's own item counts what is unread in a link that is named without the count.
    .exclude('nav a[href="/notifications"]')
    .withTags(standards)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}

function describeTaste(taste: (typeof tastes)[number]) {
  const isHardest = taste.theme === 'dark' && taste.language === 'en';
  const wide = isHardest ? [...subjects, ...dialogs] : subjects;
  const narrow = subjects.filter(({ onPhone }) => onPhone);
  let page: Page;

  const look = async (
    subject: (typeof wide)[number],
    viewport: typeof desk,
  ) => {
    await page.setViewportSize(viewport);
    await show(page, subject);
    expect(await objectionsTo(page)).toEqual([]);
  };

  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      viewport: desk,
    });
    page = await context.newPage();
    await prefer(page, taste);
    await openPortal(page, '/incidents');
  });

  test.afterAll(() => page.context().close());

  for (const subject of wide) {
    test(`axe finds nothing wrong with ${subject.name}`, () =>
      look(subject, desk));
  }
  for (const subject of narrow) {
    test(`axe finds nothing wrong with ${subject.name} on a phone`, () =>
      look(subject, phone));
  }
}

for (const taste of tastes) {
  test.describe(`${taste.theme}, ${taste.language}`, () =>
    describeTaste(taste));
}
