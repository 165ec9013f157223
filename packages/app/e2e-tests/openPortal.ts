import { expect, type Page } from '@playwright/test';

/** Opens a page of the portal as its guest, who is Aiko of the billing team. */
export async function openPortal(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: /^(Enter|入る)$/ });
  await enter.click();
  await expect(enter).toHaveCount(0);
}

/** How a reader likes to see the portal. */
export interface Taste {
  theme: 'light' | 'dark';
  language: 'en' | 'ja';
}

/** Where the settings page keeps what the reader has chosen there. */
export async function prefer(page: Page, taste: Taste): Promise<void> {
  await page.addInitScript(({ theme, language }) => {
    window.localStorage.setItem('theme', theme);
    window.localStorage.setItem('language', language);
  }, taste);
}
