import { screen } from '@testing-library/react';
import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { EntityCard } from './EntityCard';
import { aBurningSummary, ago, aSummary, now } from './testing/aSummary';
import { renderOnEntity, stopTheClock } from './__testUtils__/renderOnEntity';

beforeEach(() => stopTheClock(now));
afterEach(() => {
  jest.useRealTimers();
});

const show = (answer: () => Promise<EntitySummary>) => {
  renderOnEntity(<EntityCard />, answer);
  return screen.findByRole('region', { name: 'Incidents' });
};

it('says what burns and leads to it, to its runbook and to the tab', async () => {
  const card = await show(async () => aBurningSummary());
  expect(await screen.findByText(/checkout 5xx/)).toBeVisible();
  expect(card).toHaveTextContent('SEV2 for 14 min: checkout 5xx');
  expect(card).toHaveTextContent('On call: Ada');
  const hrefs = screen
    .getAllByRole('link')
    .map(link => link.getAttribute('href'));
  expect(hrefs).toEqual([
    '/catalog/default/component/checkout/incidents',
    '/incidents/runbooks/component/default/checkout/r1',
    '/incidents/INC-12',
  ]);
});

it('is calm when nothing is open', async () => {
  const card = await show(async () =>
    aSummary({ lastIncidentAt: ago({ days: 12 }), incidentsIn90Days: 3 }),
  );
  expect(await screen.findByText(/Nothing open/)).toBeVisible();
  expect(card).toHaveTextContent('3 incidents in 90 days');
});

it('says what failed instead of looking empty', async () => {
  await show(async () => {
    throw Object.assign(new Error('no such entity'), { statusCode: 404 });
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('no such entity');
});
