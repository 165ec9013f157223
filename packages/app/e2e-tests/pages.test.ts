import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openPortal, prefer, type Taste } from './openPortal';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const checkout = '/catalog/default/component/checkout';

interface Subject {
  name: string;
  path: string;
  /** Seen when the page is there, in either language. */
  landmark: (page: Page) => ReturnType<Page['locator']>;
  act?: (page: Page) => Promise<void>;
}

const subjects: Subject[] = [];

const tastes: Taste[] = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'ja' },
  { theme: 'dark', language: 'ja' },
];
