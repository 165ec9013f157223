import { expect, test } from '@playwright/test';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('link', { name: 'Catalog' })).toBeVisible();
});

test('a guest enters as one of the example company', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByText('user:default/aiko').first()).toBeVisible();
});

test('the catalog shows the example company', async ({ page }) => {
  await page.getByRole('link', { name: 'Catalog' }).click();
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible();
});

test('the overview of incidents opens from the sidebar', async ({ page }) => {
  await page.getByRole('link', { name: 'Incidents', exact: true }).click();
  await expect(page).toHaveURL(/\/incidents$/);
  await expect(
    page.getByRole('heading', { name: 'Incidents' }).first(),
  ).toBeVisible();
});

test('the language can be changed to Japanese', async ({ page }) => {
  await page.goto('/settings');
  await page.getByText('English').first().click();
  await page.getByRole('option', { name: '日本語' }).click();
  await page.goto('/');
  await expect(page.getByText('このポータルには')).toBeVisible();
});
