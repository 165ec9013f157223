import { expect, test, type Locator, type Page } from '@playwright/test';
import { openPortal } from './openPortal';

/** How many keys the form may take from one field to the next that a test wants. */
const fewKeys = 60;
const covered = 'Somebody is on call at every moment, on every level.';

function preview(page: Page): Locator {
  return page.getByRole('region', { name: 'The next four weeks' });
}

/** Chooses somebody of the catalog in a field that has the focus, and leaves it: its list would offer the next one. */
async function choose(page: Page, name: string): Promise<void> {
  const list = page.getByRole('listbox');
  await page.keyboard.type(name);
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(list).toHaveCount(0);
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let key = 0; key < fewKeys; key += 1) {
    const isThere = await target.evaluate(
      element => element === document.activeElement,
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached within ${fewKeys} keys`);
}

test('three regions follow the sun: gaps are told while they are there', async ({
  page,
}) => {
  await openPortal(page, '/incidents/on-call');
  await page.getByRole('link', { name: 'New schedule' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Follow the sun');
  await page.getByRole('radio', { name: /^Follow the sun/ }).check({
    force: true,
  });
  // Nobody is in it yet.
  await expect(preview(page)).toContainText('nobody is on call');

  const regions = ['yuki', 'chiara', 'felix'];
  for (const [place, user] of regions.entries()) {
    const field = page.getByRole('combobox', { name: /Add somebody/ });
    await field.nth(place).focus();
    await choose(page, user);
  }
  await expect(preview(page)).toContainText(covered);
  await expect(preview(page)).toContainText('The clocks of UTC');

  const europe = page.getByRole('group', { name: 'Mon–Sun 08:00–16:00' });
  await europe.getByLabel('From', { exact: true }).fill('09:00');
  await expect(preview(page)).toContainText(/\d+ gaps: nobody is on call/);
  await expect(preview(page)).toContainText('Primary: nobody');
  const late = page.getByRole('group', { name: 'Mon–Sun 09:00–16:00' });
  await late.getByLabel('From', { exact: true }).fill('08:00');
  await expect(preview(page)).toContainText(covered);

  await page.getByRole('button', { name: 'Create schedule' }).click();
  await expect(page).toHaveURL(/\/incidents\/on-call\/follow-the-sun$/);
  await expect(
    page.getByRole('region', { name: 'Follow the sun' }),
  ).toContainText('Chiara Moretti');
});

test('a service follows its schedule, without being loaded again', async ({
  page,
  browser,
}) => {
  const service = await (await browser.newContext()).newPage();
  await openPortal(service, '/catalog/default/component/album-web/incidents');
  const onCall = service.getByRole('region', { name: 'On call' });
  await expect(onCall).toContainText('Primary');
  await expect(onCall).not.toContainText('Aiko Tanaka');
  const loadedAt = await service.evaluate(() => performance.timeOrigin);

  await openPortal(page, '/incidents/on-call/album?view=list');
  await page
    .getByRole('button', { name: /^Hand over: .*, Primary/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Take it over' })
    .click();
  await expect(page.getByText(/^Primary was handed over/)).toBeVisible();
  await expect(onCall).toContainText('Aiko Tanaka');

  const changes = page.getByRole('region', { name: /^Changed by hand/ });
  await expect(changes).toContainText('Primary: Aiko Tanaka');
  await changes.getByRole('button', { name: /^Take back/ }).click();
  await expect(onCall).not.toContainText('Aiko Tanaka');
  expect(await service.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  await service.context().close();
});

test('a calendar reads the shifts of a schedule until its address is revoked', async ({
  page,
  request,
}) => {
  await openPortal(page, '/incidents/on-call/album');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make an address' }).click();
  const address = await dialog
    .getByRole('group', { name: 'Address of the calendar' })
    .textContent();
  const calendar = await request.get(address!);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');

  const revoke = dialog.getByRole('button', { name: 'Revoke: Schedule album' });
  await revoke.click();
  await expect(revoke).toHaveCount(0);
  expect((await request.get(address!)).status()).toBe(404);
});

test('a schedule is written with the keyboard alone', async ({ page }) => {
  await openPortal(page, '/incidents/on-call/new');
  const title = page.getByLabel('Title', { exact: true });
  await tabTo(page, page.getByRole('radio', { name: /^One level/ }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, title);
  await page.keyboard.type('By keyboard');

  for (const [place, user] of ['oskar', 'petra'].entries()) {
    const field = page.getByRole('combobox', { name: /Add somebody/ });
    await tabTo(page, field.nth(place));
    await choose(page, user);
  }
  await expect(preview(page)).toContainText(covered);

  await tabTo(page, page.getByRole('button', { name: 'Create schedule' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incidents\/on-call\/by-keyboard$/);
  await expect(page.getByRole('region', { name: 'Backup' })).toContainText(
    'Petra',
  );
});
