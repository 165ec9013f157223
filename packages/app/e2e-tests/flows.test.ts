import { expect, test, type Page } from '@playwright/test';
import { declareIncident } from './incidentsApi';
import { openPortal } from './openPortal';

/** How many keys the dialog may take from one question to the next. */
const fewKeys = 12;

function timelineOf(page: Page) {
  return page.getByRole('region', { name: /^Timeline/ });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  const target = page.getByRole('dialog').getByRole('button', { name });
  for (let key = 0; key < fewKeys; key += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate(button => button === document.activeElement)) {
      return;
    }
  }
  throw new Error(`${name} is not reached within ${fewKeys} keys`);
}

test('an incident is declared by keyboard, with two answers', async ({
  page,
}) => {
  await openPortal(page, '/incidents');
  await expect(page.getByRole('button', { name: 'Declare' })).toBeVisible();

  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Declare an incident' });
  await expect(dialog.getByLabel('What is broken?')).toBeFocused();
  await expect(dialog.getByText('(required)')).toHaveCount(2);

  await page.keyboard.type('Albums open without their photos');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('album web');
  await expect(page.getByRole('option', { name: /album/i })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Declare SEV3$/);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/incidents\/INC-\d+$/);
  await expect(
    page.getByRole('heading', { name: 'Albums open without their photos' }),
  ).toBeVisible();
  await expect(timelineOf(page)).toContainText('Declared as SEV3');
  await expect(timelineOf(page)).toContainText('Aiko Tanaka');
});

test('what is missing is said before anything is sent', async ({ page }) => {
  await openPortal(page, '/incidents');
  await page.getByRole('button', { name: 'Declare' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Declare SEV/ }).click();
  await expect(dialog).toContainText('Say in a few words what is broken.');
  await expect(dialog).toContainText('Choose the part of the catalog');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/incidents$/);
});

test('a step of the lifecycle takes a note along', async ({
  page,
  request,
}) => {
  const { key } = await declareIncident(request, 'Album pages load slowly');
  await openPortal(page, `/incidents/${key}`);

  await page.getByRole('button', { name: 'Investigate' }).click();
  await page.keyboard.type('The cache was cold after the deployment.');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(timelineOf(page)).toContainText('Declared → Investigating');
  await expect(timelineOf(page)).toContainText('The cache was cold');
  await expect(page.getByRole('button', { name: 'Cause found' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Investigate' })).toHaveCount(
    0,
  );
});

test('a note is written without the mouse and stands on the timeline', async ({
  page,
  request,
}) => {
  const { key } = await declareIncident(request, 'Albums show other covers');
  await openPortal(page, `/incidents/${key}`);
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeVisible();

  await page.keyboard.press('n');
  await expect(note).toBeFocused();
  await page.keyboard.type('Only albums **shared** since yesterday.');
  await page.keyboard.press('Control+Enter');

  const written = timelineOf(page).getByRole('listitem').first();
  await expect(written).toContainText('Only albums shared since yesterday.');
  await expect(written).toContainText('Aiko Tanaka');
  await expect(note).toHaveValue('');
});

test('what one person does, another one sees without a reload', async ({
  page,
  browser,
  request,
}) => {
  const { key } = await declareIncident(request, 'Albums lose their order');
  const other = await (await browser.newContext()).newPage();
  await openPortal(page, `/incidents/${key}`);
  await openPortal(other, `/incidents/${key}`);
  await expect(timelineOf(other)).toContainText('Declared as SEV3');
  const loadedAt = await other.evaluate(() => performance.timeOrigin);

  await page.getByRole('textbox', { name: 'Note' }).fill('Sorting is back.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(timelineOf(other)).toContainText('Sorting is back.', {
    timeout: 5000,
  });

  await page.getByRole('button', { name: 'Not an incident' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Not an incident' })
    .click();
  await expect(other.getByRole('button', { name: 'Reopen' })).toBeVisible({
    timeout: 5000,
  });
  expect(await other.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  await other.context().close();
});

test('filters are in the address and survive a reload', async ({ page }) => {
  await openPortal(page, '/incidents/list');
  const rows = page.getByRole('row').filter({ hasText: /INC-\d+/ });
  await expect(rows).toHaveCount(50);

  await page.getByRole('searchbox').fill('checkout');
  await page.getByRole('button', { name: /status/i }).click();
  await page.getByRole('option', { name: 'Open', exact: true }).click();
  await page.keyboard.press('Escape');

  await expect(page).toHaveURL(/q=checkout/);
  await expect(page).toHaveURL(/status=open/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('checkout requests fail');

  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('searchbox')).toHaveValue('checkout');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows).toHaveCount(50);
  await page.goBack();
  await expect(rows).toHaveCount(1);
});
