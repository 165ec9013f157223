import { expect, test, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { documentedReceiver } from './documentedReceiver';
import { openPortal } from './openPortal';
import {
  alertmanagerBinary,
  startAlertmanager,
  type RunningAlertmanager,
} from './startAlertmanager';

// Nothing of it is open at the end of the recorded quarter.
const service = '/catalog/default/component/payment-gateway/incidents';
const promisedMs = 5000;

const alert = {
  labels: {
    alertname: 'CardProcessorTimeouts',
    service: 'payment-gateway',
    env: 'prod',
    severity: 'critical',
  },
  annotations: {
    summary: '38% of card payments time out',
    description: 'The primary processor has not answered for 2 minutes.',
  },
};

let alertmanager: RunningAlertmanager;

test.skip(
  !existsSync(alertmanagerBinary) && !process.env.CI,
  'needs Debian’s package prometheus-alertmanager',
);

test.beforeAll(async ({ baseURL }) => {
  alertmanager = await startAlertmanager(documentedReceiver(baseURL!));
});

test.afterAll(async () => {
  await alertmanager?.stop();
});

/** What the WebSocket of the page says about incidents, from the moment on at which it listens. */
async function hearSignals(page: Page, open: () => Promise<void>) {
  const heard: number[] = [];
  const listens = new Promise<void>(resolve => {
    page.on('websocket', socket => {
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('"incidents"')) resolve();
      });
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('"incidents"')) heard.push(Date.now());
      });
    });
  });
  await open();
  await listens;
  return heard;
}

/** Sees that a piece of work happens in one and the same document. */
async function withoutReload(page: Page, work: () => Promise<void>) {
  const navigations: string[] = [];
  page.on('framenavigated', frame => navigations.push(frame.url()));
  const loadedAt = () => page.evaluate(() => performance.timeOrigin);
  const before = await loadedAt();
  await work();
  expect(await loadedAt()).toBe(before);
  expect(navigations).toEqual([]);
}

test('an alert of Alertmanager appears on the open page of its service within 5 seconds, and its end too', async ({
  page,
}) => {
  const state = page.getByRole('region', { name: 'State of this service' });
  const heard = await hearSignals(page, () => openPortal(page, service));
  await expect(state).toContainText('Nothing open');

  await test.step('it fires', () =>
    withoutReload(page, async () => {
      await alertmanager.post(alert);
      const acceptedAt = Date.now();

      await expect(state).toContainText('38% of card payments time out', {
        timeout: promisedMs,
      });
      const appearedAt = Date.now();
      await expect(state).toContainText('SEV1');
      const first = state.getByRole('link').first();
      await expect(first).toHaveAccessibleName(
        'Open runbook: A card processor does not answer',
      );
      await expect(first).toBeInViewport({ ratio: 1 });
      await expect(page.getByText('for this alert')).toBeInViewport();
      const onCall = page.getByRole('region', { name: 'On call' });
      const lead = onCall.getByRole('listitem').filter({ hasText: 'lead' });
      await expect(lead.last()).toContainText('Aiko Tanaka');
      await expect(lead.last()).toBeInViewport({ ratio: 1 });

      const [signal] = heard.filter(at => at > acceptedAt);
      expect(signal, 'a signal came before it').toBeLessThan(appearedAt);
      test.info().annotations.push({
        type: 'from alert to page',
        description: `${appearedAt - acceptedAt} ms`,
      });
    }));

  await test.step('its runbook opens', async () => {
    await state.getByRole('link', { name: /^Open runbook/ }).click();
    await expect(
      page.getByText('What it means', { exact: true }),
    ).toBeVisible();
    await page.goBack();
    await expect(state).toContainText('SEV1');
  });

  await test.step('it is over', () =>
    withoutReload(page, async () => {
      const now = new Date().toISOString();
      await alertmanager.post({ ...alert, endsAt: now });
      // The receiver of the documentation waits up to 5 seconds for the next delivery of a group.
      await expect(state).toContainText('Mitigated', { timeout: 10_000 });
    }));

  const timeline = page.getByRole('region', { name: /^Timeline/ });
  await test.step('the timeline says why', async () => {
    await state.getByRole('link', { name: /^Open INC-/ }).click();
    await expect(timeline).toContainText('Declared → Mitigated');
    await expect(timeline).toContainText('All its alerts are resolved');
    await expect(timeline).toContainText('prometheus');
  });

  await test.step('a person resolves it', async () => {
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('The processor answers again.');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await expect(timeline).toContainText('Mitigated → Resolved');
    await expect(timeline).toContainText('The processor answers again.');
  });
});
