import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  DryRunReply,
  IncidentsApi,
} from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';

const reply: DryRunReply = {
  alerts: [
    {
      fingerprint: 'f1',
      title: 'Disk full',
      status: 'firing',
      became: 'opened',
      steps: [
        {
          step: 'entity',
          result: 'component:default/checkout',
          reason: 'rule 2: service is importer',
        },
      ],
    },
  ],
};

function show(search: string, about: Partial<IncidentsApi> = {}) {
  const dryRun = jest.fn(async () => reply);
  renderPage(`/alerts/dry-run${search}`, {
    listAlerts: async () => ({ items: [anAlert()], totalItems: 1 }),
    dryRun,
    ...about,
  });
  return dryRun;
}

const body = () => screen.findByRole('textbox', { name: /^Body/ });

async function fill() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'prometheus' }),
  );
  await userEvent.click(await body());
  await userEvent.paste('{"a":1}');
  await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
}

describe('the dry run', () => {
  it('shows each step of a pasted delivery with its reason', async () => {
    const dryRun = show('');
    await fill();
    expect(
      await screen.findByRole('row', {
        name: 'Entity component:default/checkout rule 2: service is importer',
      }),
    ).toBeInTheDocument();
    expect(dryRun).toHaveBeenCalledWith({
      body: { integration: 'prometheus', body: '{"a":1}' },
    });
  });

  it('says what is missing and asks nothing', async () => {
    const dryRun = show('');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try it' }),
    );
    expect(screen.getByText('Paste a body first.')).toBeInTheDocument();
    expect(dryRun).not.toHaveBeenCalled();
  });

  it('keeps what was pasted when it cannot be read', async () => {
    show('', {
      dryRun: async () => ({ remark: 'alerts is no list', alerts: [] }),
    });
    await fill();
    expect(await screen.findByText('alerts is no list')).toBeInTheDocument();
    expect(await body()).toHaveValue('{"a":1}');
  });

  it('keeps what was pasted when the backend fails', async () => {
    show('', { dryRun: () => Promise.reject(new Error('disk full')) });
    await fill();
    expect(await screen.findByText('disk full')).toBeInTheDocument();
    expect(await body()).toHaveValue('{"a":1}');
  });

  it('goes the way of a delivery that is kept, as a replay would', async () => {
    const dryRun = show('?delivery=d1');
    expect(
      await screen.findByText('What a replay of this delivery would do now.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(dryRun).toHaveBeenCalledWith(
        { body: { delivery: 'd1' } },
        expect.anything(),
      ),
    );
  });

  it('goes the way of an alert that came, by its address', async () => {
    const dryRun = show('?alert=a1');
    await screen.findByRole('row', { name: /^Entity/ });
    await waitFor(() =>
      expect(dryRun).toHaveBeenCalledWith(
        { body: { alert: 'a1' } },
        expect.anything(),
      ),
    );
  });
});
