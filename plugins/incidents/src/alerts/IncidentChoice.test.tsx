import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { anAlert, anIncident } from 'backstage-plugin-incidents-common/testing';
import { aDetail } from '../incidents/testing/aDetail';
import { renderPage } from '../shell/__testUtils__/renderPage';

const open = [
  anIncident({ key: 'INC-1', title: 'checkout 5xx' }),
  anIncident({ key: 'INC-2', title: 'payments time out' }),
];

const about: Partial<IncidentsApi> = {
  listIncidents: async () => ({ items: open, totalItems: 2 }),
  listAlerts: async () => ({ items: [anAlert()], totalItems: 1 }),
};

describe('an alert that belongs to another incident', () => {
  it('is moved there', async () => {
    const actOnAlert = jest.fn(async () => anAlert({ incidentKey: 'INC-2' }));
    renderPage('/alerts?show=incidents', { ...about, actOnAlert });
    await userEvent.click(
      await screen.findByRole('button', { name: 'More for HighErrorRate' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^Move to another/ }),
    );
    const dialog = await screen.findByRole('dialog');
    const other = await within(dialog).findByRole('radio', { name: /INC-2/ });
    expect(
      within(dialog).queryByRole('radio', { name: /INC-1/ }),
    ).not.toBeInTheDocument();
    const send = within(dialog).getByRole('button', { name: 'Move the alert' });
    await userEvent.click(send);
    expect(dialog).toHaveTextContent('Choose an incident.');
    await userEvent.click(other);
    await userEvent.click(send);
    await waitFor(() =>
      expect(actOnAlert).toHaveBeenCalledWith({
        params: { id: 'a1' },
        body: { action: 'move', incidentKey: 'INC-2' },
      }),
    );
    expect(
      await screen.findByText('HighErrorRate is in INC-2 now.'),
    ).toBeInTheDocument();
  });
});

describe('two incidents that are one', () => {
  async function ask(merge: Partial<IncidentsApi>) {
    renderPage('/INC-1', {
      ...about,
      getIncident: async input =>
        input?.params?.key === 'INC-2'
          ? aDetail({ key: 'INC-2', title: 'payments time out' })
          : aDetail({ key: 'INC-1', title: 'checkout 5xx' }),
      getTimeline: async () => ({ items: [], totalItems: 0 }),
      ...merge,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Merge into…' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      await within(dialog).findByRole('radio', { name: /INC-2/ }),
    );
    const note = within(dialog).getByRole('textbox', { name: /Note/ });
    await userEvent.type(note, 'same cause');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Merge into INC-2' }),
    );
    return { dialog, note };
  }

  it('are merged, and the reader goes on in the other', async () => {
    const mergeIncident = jest.fn(async () => open[1]);
    await ask({ mergeIncident });
    expect(
      await screen.findByRole('heading', { name: /INC-2 payments time out/ }),
    ).toBeInTheDocument();
    expect(mergeIncident).toHaveBeenCalledWith({
      params: { key: 'INC-1' },
      body: { into: 'INC-2', note: 'same cause' },
    });
  });

  it('stay two when the backend refuses, and the note stays too', async () => {
    const refusal = Object.assign(new Error('INC-2 is closed'), {
      statusCode: 409,
    });
    const { dialog, note } = await ask({
      mergeIncident: () => Promise.reject(refusal),
    });
    expect(
      await within(dialog).findByText('INC-2 is closed'),
    ).toBeInTheDocument();
    expect(note).toHaveValue('same cause');
  });
});
