import { expect, test, type Locator, type Page } from '@playwright/test';
import { openPortal } from './openPortal';

/** Nobody of the example company claims the importer of the old product. */
const stray = 'The importer of the old album format failed';

/** As Alertmanager would post it. */
const delivery = {
  version: '4',
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'DryRunOnly', service: 'checkout' },
      annotations: { summary: 'DryRunOnly' },
      startsAt: '2026-01-01T03:00:00Z',
    },
  ],
};

function rowOf(page: Page, title: string): Locator {
  return page.getByRole('listitem').filter({ hasText: title });
}

test('an alert of nobody finds its entity in one action, and a rule remembers it', async ({
  page,
}) => {
  await openPortal(page, '/incidents/alerts');
  await expect(
    page.getByRole('link', { name: /^Needs a person/ }),
  ).toHaveAttribute('aria-current', 'page');
  const row = rowOf(page, stray);
  await expect(row).toContainText('Nobody’s');

  await row.getByRole('button', { name: /^Whose is it/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Whose is this alert?' });
  await dialog.getByText('Also for alerts like this').click();
  await expect(
    dialog.getByRole('group', { name: 'Condition 1' }).getByRole('textbox'),
  ).toHaveCount(2);
  await dialog.getByRole('combobox', { name: /Another entity/ }).fill('album');
  await page.getByRole('option', { name: /album web/i }).click();
  await dialog.getByRole('button', { name: 'Give it to this entity' }).click();

  const done = page.getByRole('status').filter({ hasText: 'belongs to' });
  await expect(done).toContainText('belongs to album-web now');
  await expect(done.getByRole('link', { name: /^Open INC-/ })).toBeVisible();
  await expect(row).toHaveCount(0);

  await page.getByRole('link', { name: 'Rules' }).click();
  const rule = page
    .getByRole('listitem')
    .filter({ hasText: 'service is legacy-importer' });
  await expect(rule).toContainText('Aiko Tanaka');
});

test('an alert is silenced from its row, and the silence is ended again', async ({
  page,
}) => {
  await openPortal(page, '/incidents/alerts?show=incidents');
  const row = page.getByRole('listitem').filter({ hasText: 'Firing' }).first();
  await row.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Silence…' }).click();

  const dialog = page.getByRole('dialog', { name: 'Silence alerts' });
  await dialog.getByText('4 hours').click();
  await dialog.getByRole('button', { name: 'Silence' }).click();
  await expect(dialog).toContainText('Say why');
  await dialog
    .getByRole('textbox', { name: /^Why/ })
    .fill('The index is rebuilt tonight.');
  await dialog.getByRole('button', { name: 'Silence' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Silenced:' }),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Silences' }).click();
  const silence = rowOf(page, 'The index is rebuilt tonight.');
  await expect(silence).toContainText('Aiko Tanaka');
  await silence.getByRole('button', { name: /^End now/ }).click();
  await expect(silence).toHaveCount(0);
});

test('a pasted delivery shows its way to an incident, and leaves no trace', async ({
  page,
}) => {
  await openPortal(page, '/incidents/alerts/dry-run');
  await page.getByRole('button', { name: 'prometheus', exact: true }).click();
  await page
    .getByRole('textbox', { name: /^Body/ })
    .fill(JSON.stringify(delivery));
  await page.getByRole('button', { name: 'Try it' }).click();
  const entity = page.getByRole('row', { name: /^Entity/ });
  await expect(entity).toContainText('component:default/checkout');

  await page.goto('/incidents/alerts?q=DryRunOnly&status=any');
  await expect(page.getByText('No alert of this group matches.')).toBeVisible();
});
