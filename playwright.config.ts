import { defineConfig } from '@playwright/test';
import { chromiumOf } from './packages/workshop/src/chromium';

/**
 * Browser tests of the built portal. `yarn test:e2e` starts the portal and says
 * where it is; `PORTAL_URL=http://localhost:3000 yarn test:e2e` takes one that
 * runs already.
 */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // The specs share one portal, and what one declares another would count.
  workers: 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: process.env.PORTAL_URL,
    launchOptions: chromiumOf(),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
