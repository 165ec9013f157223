import { screen, within } from '@testing-library/react';
import type { ScheduleSummary } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';

const ada = { ref: 'user:default/ada', displayName: 'Ada' };
const bo = { ref: 'user:default/bo', displayName: 'Bo' };
const monday = '2126-11-23T09:00:00.000Z';

function show(about: Partial<ScheduleSummary>[]) {
  const items = about.map(
    (one): ScheduleSummary => ({
      ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
      ...{ version: 1, updatedAt: testNow, levelNames: ['Primary', 'Backup'] },
      onCall: { status: 'ok', value: [] },
      ...one,
    }),
  );
  renderPage('/on-call', {
    listSchedules: async () => ({
      ...{ items, totalItems: items.length, at: testNow },
    }),
  });
}

describe('the schedules', () => {
  it('say who is on call, until when, who is next, and where nobody is', async () => {
    show([
      {
        onCall: {
          status: 'ok',
          value: [
            {
              ...{ level: 1, name: 'Primary', people: [ada], until: monday },
              next: { people: [bo], from: monday },
              unreachable: [{ person: ada, because: 'no address is known' }],
            },
            {
              ...{ level: 2, name: 'Backup', people: [] },
              next: { people: [bo], from: monday },
              gap: 'It is outside the windows of Backup.',
            },
          ],
        },
      },
    ]);
    const panel = await screen.findByRole('region', { name: 'Checkout' });
    const [primary, backup] = ['Primary', 'Backup'].map(name =>
      within(panel).getByText(name).closest('li'),
    );
    expect(primary).toHaveTextContent(/until .*Nov 23/);
    expect(primary).toHaveTextContent(/Ada.*then Bo from/);
    expect(primary).toHaveTextContent(
      'A page does not reach Ada: no address is known',
    );
    expect(backup).toHaveTextContent(/Nobody is on call until .*Nov 23/);
    expect(backup).toHaveTextContent('It is outside the windows of Backup.');
    expect(
      within(panel).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute('href', '/incidents/on-call/checkout');
    expect(panel).toHaveTextContent('Time zone Europe/Berlin');
  });

  it('name nobody to who may not see people, and say so', async () => {
    show([{ onCall: { status: 'hidden', reason: 'no' } }]);
    const panel = await screen.findByRole('region', { name: 'Checkout' });
    expect(panel).toHaveTextContent('You may not see names.');
    expect(panel).toHaveTextContent('Levels: Primary, Backup');
  });

  it('say how to begin when there is none', async () => {
    show([]);
    expect(
      await screen.findByText('There is no schedule yet.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/curl -X POST/)).toBeInTheDocument();
  });

  it('say what went wrong', async () => {
    renderPage('/on-call', {
      listSchedules: async () => {
        throw new Error('the database is away');
      },
    });
    expect(await screen.findByText(/the database is away/)).toBeInTheDocument();
  });
});
