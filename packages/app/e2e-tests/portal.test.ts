import { expect, test } from '@playwright/test';
import { openPortal } from './openPortal';

test.beforeEach(async ({ page }) => {
  await openPortal(page, '/');
  await expect(
    page.getByRole('link', { name: 'Catalog', exact: true }),
  ).toBeVisible();
});

test('a guest enters as one of the example company', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByText('Aiko Tanaka').first()).toBeVisible();
  await expect(page.getByText('Billing team').first()).toBeVisible();
});

test('the catalog shows the example company', async ({ page }) => {
  await page.getByRole('link', { name: 'Catalog', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible();
});

test('the overview of incidents opens from the sidebar', async ({ page }) => {
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Incidents', exact: true })
    .click();
  await expect(page).toHaveURL(/\/incidents$/);
  await expect(page.getByText('incidents in 90 days')).toBeVisible();
});

test('the language can be changed to Japanese', async ({ page }) => {
  await page.goto('/settings');
  await page.getByText('English').first().click();
  await page.getByText('日本語').click();
  await page.goto('/');
  await expect(page.getByText('まず見るところ')).toBeVisible();
  await expect(page.getByText('対応中のインシデント')).toBeVisible();
});
