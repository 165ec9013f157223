import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Incident } from 'backstage-plugin-incidents-common';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aDetail } from './testing/aDetail';

function show(
  search: string,
  items: Incident[],
  page: { totalItems?: number; nextCursor?: string } = {},
) {
  const listIncidents = jest.fn(async () => ({
    items,
    totalItems: items.length,
    ...page,
  }));
  renderPage(`/list${search}`, {
    listIncidents,
    getIncident: async () => aDetail({ key: 'INC-2', title: 'mails wait' }),
    getTimeline: async () => ({ items: [], totalItems: 0 }),
    listAlerts: async () => ({ items: [], totalItems: 0 }),
  });
  return listIncidents;
}

const two = [
  anIncident({ key: 'INC-1', title: 'checkout 5xx' }),
  anIncident({ key: 'INC-2', title: 'mails wait', status: 'closed' }),
];

describe('the list of incidents', () => {
  it('says how many there are, each with the way to it', async () => {
    show('', two);
    expect(
      await screen.findByRole('link', { name: 'INC-1 checkout 5xx' }),
    ).toHaveAttribute('href', '/incidents/INC-1');
    expect(
      screen.getByRole('heading', { name: '2 incidents' }),
    ).toBeInTheDocument();
  });

  it('asks what the address says', async () => {
    const asked = show('?status=open&severity=SEV1&q=pay&sort=severity', two);
    await screen.findByText('checkout 5xx');
    expect(asked).toHaveBeenCalledWith(
      {
        query: {
          q: 'pay',
          status: ['open'],
          severity: ['SEV1'],
          sort: 'severity',
          limit: 50,
        },
      },
      expect.anything(),
    );
  });

  it('searches on the server while one types, reached by /', async () => {
    const asked = show('', two);
    await screen.findByText('checkout 5xx');
    await userEvent.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('mail');
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        { query: { q: 'mail', sort: 'openFirst', limit: 50 } },
        expect.anything(),
      ),
    );
  });

  it('goes to the next page and back', async () => {
    const full = Array.from({ length: 50 }, (_, i) =>
      anIncident({ key: `INC-${i + 1}` }),
    );
    const asked = show('', full, { totalItems: 70, nextCursor: 'c1' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        { query: { sort: 'openFirst', limit: 50, cursor: 'c1' } },
        expect.anything(),
      ),
    );
    expect(await screen.findByText('Page 2')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('Page 1')).toBeInTheDocument();
  });

  it('looks further for a text, and says when it has not looked at all', async () => {
    const asked = show('?q=zzz', [], { totalItems: 0, nextCursor: 'c1' });
    expect(await screen.findByText('Nothing yet.')).toBeInTheDocument();
    expect(asked).toHaveBeenLastCalledWith(
      { query: { q: 'zzz', sort: 'openFirst', limit: 50, cursor: 'c1' } },
      expect.anything(),
    );
    expect(screen.getByRole('button', { name: 'Next page' })).toBeEnabled();
  });

  it('moves by j and k and opens by Enter', async () => {
    show('', two);
    await screen.findByText('checkout 5xx');
    await userEvent.keyboard('jj');
    expect(screen.getByRole('link', { name: /INC-2/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('State in short')).toBeInTheDocument();
  });

  it('teaches how to get out of a filter that matches nothing', async () => {
    const asked = show('?q=zzz', []);
    expect(await screen.findByText('No incident matches.')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        { query: { sort: 'openFirst', limit: 50 } },
        expect.anything(),
      ),
    );
    expect(await screen.findByText(/curl -X POST/)).toBeInTheDocument();
  });
});
