import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { aDetail } from '../incidents/testing/aDetail';
import { anOverview } from '../overview/testing/anOverview';
import { renderPage } from '../shell/__testUtils__/renderPage';

async function open(about: Partial<IncidentsApi> = {}) {
  const declareIncident = jest.fn(async () => anIncident({ key: 'INC-99' }));
  renderPage('', {
    getOverview: async () => anOverview(),
    listIncidents: async () => ({ items: [], totalItems: 0 }),
    getIncident: async () => aDetail({ key: 'INC-99', title: 'Orders fail' }),
    getTimeline: async () => ({ items: [], totalItems: 0 }),
    listAlerts: async () => ({ items: [], totalItems: 0 }),
    declareIncident,
    ...about,
  });
  await screen.findByRole('region', { name: /Open now/ });
  await userEvent.keyboard('d');
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('radio', { name: /SEV1/ });
  return { dialog, declareIncident };
}

async function choose(dialog: HTMLElement, text: string) {
  await userEvent.type(
    within(dialog).getByRole('combobox', { name: /Where/ }),
    text,
  );
  await userEvent.click(
    await screen.findByRole('option', { name: /checkout/ }),
  );
}

describe('declaring an incident', () => {
  it('takes a title and a place, and goes to the incident', async () => {
    const { dialog, declareIncident } = await open();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /What is broken/ }),
      'Orders fail',
    );
    await choose(dialog, 'check');
    expect(within(dialog).getByRole('combobox', { name: /Where/ })).toHaveValue(
      'checkout',
    );
    await userEvent.click(within(dialog).getByRole('radio', { name: /SEV1/ }));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Declare SEV1' }),
    );
    expect(await screen.findByText('State in short')).toBeInTheDocument();
    expect(declareIncident).toHaveBeenCalledWith({
      body: {
        title: 'Orders fail',
        entityRefs: ['component:default/checkout'],
        detectionSource: 'employee',
        severity: 'SEV1',
      },
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('has the definitions in view and the default of the scheme chosen', async () => {
    const { dialog } = await open();
    expect(dialog).toHaveTextContent('What SEV1 means.');
    expect(within(dialog).getByRole('radio', { name: /SEV3/ })).toBeChecked();
  });

  it('says what is missing and sends nothing', async () => {
    const { dialog, declareIncident } = await open();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Declare SEV3' }),
    );
    expect(dialog).toHaveTextContent('Say in a few words what is broken.');
    expect(dialog).toHaveTextContent('Choose the part of the catalog');
    expect(declareIncident).not.toHaveBeenCalled();
  });

  it('offers what is open there before a duplicate is made', async () => {
    const { dialog } = await open({
      listIncidents: async () => ({
        items: [anIncident({ key: 'INC-12', title: 'checkout 5xx' })],
        totalItems: 1,
      }),
    });
    await choose(dialog, 'check');
    expect(
      await within(dialog).findByText('One incident is already open here'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('link', { name: 'Open INC-12' }),
    ).toHaveAttribute('href', '/incidents/INC-12');
  });

  it('keeps what was typed when the backend refuses', async () => {
    const refusal = Object.assign(new Error('title is too long'), {
      statusCode: 400,
    });
    const { dialog } = await open({
      declareIncident: () => Promise.reject(refusal),
    });
    const title = within(dialog).getByRole('textbox', {
      name: /What is broken/,
    });
    await userEvent.type(title, 'Orders fail');
    await choose(dialog, 'check');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Declare SEV3' }),
    );
    await waitFor(() =>
      expect(within(dialog).getByRole('alert')).toHaveTextContent(
        'title is too long',
      ),
    );
    expect(title).toHaveValue('Orders fail');
  });
});
