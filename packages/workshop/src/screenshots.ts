import {
  chromium,
  expect,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { chromiumOf } from './chromium';
import { inRepository } from './repository';

const folder = inRepository('docs/images');

/** A Friday at 16:00 in Tokyo, for which the recorded quarter was written. */
export const momentOfPictures = new Date('2026-11-20T07:00:00Z');

/** Time enough to open any page; then its clocks stop, so that they show the same each time. */
const exposureMs = 50_000;

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** One picture. */
interface Shot {
  name: string;
  path: string;
  /** In sight when the page is there. */
  sign: (page: Page) => Locator;
  language?: 'en' | 'ja';
  theme?: 'light' | 'dark';
  context?: BrowserContextOptions;
  /** What to do before the picture is taken. */
  act?: (page: Page) => Promise<void>;
}

async function openWorstIncident(page: Page): Promise<void> {
  await page.getByRole('article').getByRole('link').first().click();
  await page.waitForURL(/INC-\d+$/);
  await page.getByRole('term').first().waitFor();
}

async function beginDeclaration(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Declare' }).click();
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
  await page.keyboard.type('Cards are declined for no reason');
}

const overview = {
  path: '/incidents',
  sign: (page: Page) => page.getByRole('article').first(),
};
const list = {
  path: '/incidents/list',
  sign: (page: Page) => page.getByRole('row').nth(1),
};
const service = {
  path: '/catalog/default/component/checkout/incidents',
  sign: (page: Page) => page.getByRole('region').getByRole('heading').first(),
};

const alerts = {
  path: '/incidents/alerts',
  sign: (page: Page) =>
    page.getByRole('button', { name: /^Whose is it/ }).first(),
};

/** What the README and the documents show. */
const shots: Shot[] = [
  { name: 'overview', ...overview },
  { name: 'overview-dark', ...overview, theme: 'dark' },
  { name: 'incident-list', ...list },
  { name: 'incident', ...overview, act: openWorstIncident },
  {
    ...{ name: 'incident-ja', ...overview, language: 'ja' },
    act: openWorstIncident,
  },
  { name: 'service-tab', ...service },
  { name: 'service-tab-phone', ...service, context: phone },
  { name: 'alerts', ...alerts },
  { name: 'declare', ...service, act: beginDeclaration },
];

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const button = page.getByRole('button', { name: /^(Enter|入る)$/ });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

/** Waits until what was asked for is there, and drawn; nothing lies under the mouse. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  const loading = page.getByRole('status', { name: /^(Loading|読み込み中)$/ });
  await expect(loading).toHaveCount(0, { timeout: 30_000 });
  await page.evaluate(() => document.fonts.ready);
}

/** Where pictures are taken. */
interface Studio {
  browser: Browser;
  url: string;
  /** What the clocks of the browser say at first; the real time by default. */
  now?: Date;
}

async function openPage({ browser, now }: Studio, shot: Shot): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    ...shot.context,
  });
  const { language = 'en', theme = 'light' } = shot;
  await context.addInitScript(
    taste => {
      window.localStorage.setItem('language', taste.language);
      window.localStorage.setItem('theme', taste.theme);
    },
    { language, theme },
  );
  const page = await context.newPage();
  if (now) {
    await page.clock.install({ time: now });
  }
  return page;
}

async function take(studio: Studio, shot: Shot): Promise<void> {
  const page = await openPage(studio, shot);
  await enter(page, studio.url + shot.path);
  await shot.sign(page).waitFor();
  await settle(page);
  if (shot.act) {
    await shot.act(page);
    await settle(page);
  }
  if (studio.now) {
    await page.clock.pauseAt(studio.now.getTime() + exposureMs);
  }
  await page.screenshot({
    path: `${folder}/${shot.name}.png`,
    animations: 'disabled',
    caret: 'hide',
  });
  await page.context().close();
}

/** What is photographed, and when. */
export interface PhotographOptions {
  /** Only these pictures; all by default. */
  names?: string[];
  /** What the clocks of the browser say at first; the real time by default. */
  now?: Date;
}

/** Photographs the pages of a running portal into `docs/images`. */
export async function takeScreenshots(
  url: string,
  options: PhotographOptions = {},
): Promise<void> {
  const { names = [], now } = options;
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch(chromiumOf());
  try {
    for (const shot of shots) {
      if (names.length === 0 || names.includes(shot.name)) {
        console.log(`docs/images/${shot.name}.png`);
        await take({ browser, url, now }, shot);
      }
    }
  } finally {
    await browser.close();
  }
}
