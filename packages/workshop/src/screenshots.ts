import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { chromiumOf } from './chromium';
import { inRepository } from './repository';

const folder = inRepository('docs/images');
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const checkout = '/catalog/default/component/checkout/incidents';

interface Shot {
  name: string;
  path: string;
  language?: 'en' | 'ja';
  context?: BrowserContextOptions;
  /** What to do before the picture is taken. */
  act?: (page: Page) => Promise<void>;
}

async function openFirstIncident(page: Page): Promise<void> {
  await page
    .locator('main a[href*="/incidents/INC-"], a[href*="/incidents/INC-"]')
    .first()
    .click();
  await page.waitForURL(/INC-\d+/);
  await page.waitForLoadState('networkidle');
}

async function openDeclaration(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /declare/i })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

/** What the README shows. */
const shots: Shot[] = [
  { name: 'home', path: '/' },
  { name: 'overview', path: '/incidents' },
  {
    name: 'overview-dark',
    path: '/incidents',
    context: { colorScheme: 'dark' },
  },
  { name: 'list', path: '/incidents/list' },
  { name: 'incident', path: '/incidents', act: openFirstIncident },
  {
    name: 'incident-phone',
    path: '/incidents',
    context: { viewport: phone, isMobile: true },
    act: openFirstIncident,
  },
  { name: 'service', path: checkout },
  { name: 'service-ja', path: checkout, language: 'ja' },
  {
    name: 'service-phone',
    path: checkout,
    context: { viewport: phone, isMobile: true },
  },
  { name: 'declare', path: checkout, act: openDeclaration },
];

async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: /Enter|入る/ }).click();
  await page
    .getByRole('button', { name: /Enter|入る/ })
    .waitFor({ state: 'detached' });
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: desk,
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    ...shot.context,
  });
  await context.addInitScript(
    language => window.localStorage.setItem('language', language),
    shot.language ?? 'en',
  );
  const page = await context.newPage();
  await enter(page, url);
  await page.goto(url + shot.path);
  await page.waitForLoadState('networkidle');
  await shot.act?.(page);
  // Charts and skeletons settle after the last answer has arrived.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}/${shot.name}.png` });
  await context.close();
}

/**
 * Photographs the pages of a running portal into `docs/images`.
 *
 * @param names - only these; all by default
 */
export async function takeScreenshots(
  url: string,
  names: string[] = [],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch(chromiumOf());
  try {
    for (const shot of shots) {
      if (names.length === 0 || names.includes(shot.name)) {
        console.log(`docs/images/${shot.name}.png`);
        await take(browser, url, shot);
      }
    }
  } finally {
    await browser.close();
  }
}
