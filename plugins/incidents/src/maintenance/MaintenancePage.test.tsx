import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IncidentsApi,
  Maintenance,
  MaintenanceCalendar,
} from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aWindow } from './testing/aWindow';

function show(
  items: Maintenance[],
  more: {
    calendars?: MaintenanceCalendar[];
    api?: Partial<IncidentsApi>;
  } = {},
) {
  const listMaintenance = jest.fn(async () => ({
    items,
    totalItems: items.length,
  }));
  const endMaintenance = jest.fn(async () => aWindow({ status: 'ended' }));
  const planMaintenance = jest.fn(async () => aWindow());
  const changeMaintenance = jest.fn(async () => aWindow());
  renderPage('/alerts/maintenance', {
    ...{ listMaintenance, endMaintenance, planMaintenance },
    changeMaintenance,
    listMaintenanceCalendars: async () => ({ items: more.calendars ?? [] }),
    ...more.api,
  });
  return {
    listMaintenance,
    endMaintenance,
    planMaintenance,
    changeMaintenance,
  };
}

describe('the maintenance windows', () => {
  it('say what is done, on what, when, who planned it and how much they hold', async () => {
    const { listMaintenance } = show([aWindow()]);
    const row = (await screen.findByText('Index rebuild')).closest('li');
    expect(row).toHaveTextContent('Ask Aiko');
    expect(row).toHaveTextContent('Active now');
    expect(row).toHaveTextContent(
      '2026-11-20 11:00 to 14:00 Asia/Tokyo, every week',
    );
    expect(row).toHaveTextContent('planned by aiko');
    expect(row).toHaveTextContent('3 alerts held back');
    expect(listMaintenance).toHaveBeenCalledWith(
      { query: { limit: 50 } },
      expect.anything(),
    );
  });

  it('are ended for this time, or for good', async () => {
    const { endMaintenance } = show([aWindow()]);
    const press = async (name: string) =>
      userEvent.click(await screen.findByRole('button', { name }));
    await press('End this time: Index rebuild');
    await waitFor(() =>
      expect(endMaintenance).toHaveBeenLastCalledWith({
        ...{ params: { id: 'w1' }, body: { what: 'this' } },
      }),
    );
    await press('Call it off: Index rebuild');
    await waitFor(() =>
      expect(endMaintenance).toHaveBeenLastCalledWith({
        ...{ params: { id: 'w1' }, body: { what: 'all' } },
      }),
    );
  });

  it('say that nothing is planned', async () => {
    show([]);
    expect(
      await screen.findByText('No maintenance is planned.'),
    ).toBeInTheDocument();
  });

  it('that a calendar brings say which, and how it fares', async () => {
    show([aWindow({ origin: 'calendar', calendar: 'ops' })], {
      calendars: [
        {
          ...{ id: 'ops', windows: 1, failure: 'it answers 500' },
          readAt: '2026-11-20T02:30:00.000Z',
          failingSince: '2026-11-20T02:45:00.000Z',
          remarks: [{ title: 'Often', reason: 'it recurs too often' }],
        },
      ],
    });
    const row = (await screen.findByText('Index rebuild')).closest('li');
    expect(row).toHaveTextContent('from the calendar ops');
    expect(
      screen.queryByRole('button', { name: 'Change: Index rebuild' }),
    ).not.toBeInTheDocument();
    const calendar = (await screen.findByText('ops')).closest('li');
    expect(calendar).toHaveTextContent('it answers 500');
    expect(calendar).toHaveTextContent('Failing since');
    expect(calendar).toHaveTextContent('1 event was left out');
    expect(calendar).toHaveTextContent('Often: it recurs too often');
  });
});

describe('the form that plans maintenance', () => {
  const open = async (about: Maintenance[] = []) => {
    const api = show(about);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Plan maintenance' }),
    );
    return { ...api, dialog: within(await screen.findByRole('dialog')) };
  };

  it('says what is missing, and sends nothing', async () => {
    const { dialog, planMaintenance } = await open();
    await userEvent.click(dialog.getByRole('button', { name: 'Plan it' }));
    expect(dialog.getByText('Say what is done.')).toBeInTheDocument();
    expect(dialog.getByText('Say what it covers.')).toBeInTheDocument();
    expect(planMaintenance).not.toHaveBeenCalled();
  });

  it('is filled in with the keyboard alone', async () => {
    const { dialog, planMaintenance } = await open();
    dialog.getByRole('textbox', { name: /What is done/ }).focus();
    await userEvent.keyboard('New disks');
    await userEvent.tab();
    // A reference typed by hand, for what the search does not offer.
    await userEvent.keyboard('component:default/ledger');
    await screen.findByRole('option', { name: 'component:default/ledger' });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      await dialog.findByLabelText('Leave out component:default/ledger'),
    ).toBeInTheDocument();
    // By its label, because the list of the field may still hide what is around it.
    dialog.getByLabelText('Once').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    dialog.getByText('Plan it').closest('button')!.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(planMaintenance).toHaveBeenCalledWith({
        body: expect.objectContaining({
          ...{ title: 'New disks', recurrence: 'FREQ=WEEKLY' },
          entityRefs: ['component:default/ledger'],
        }),
      }),
    );
    expect(await screen.findByText('Planned: New disks.')).toBeInTheDocument();
  });

  it('changes a window that is there', async () => {
    const { changeMaintenance } = show([aWindow()]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change: Index rebuild' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('textbox', { name: /^Rule/ })).toHaveValue(
      'FREQ=WEEKLY',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(changeMaintenance).toHaveBeenCalledWith({
        params: { id: 'w1' },
        body: expect.objectContaining({ title: 'Index rebuild' }),
      }),
    );
  });
});

describe('the form that imports a calendar file', () => {
  it('says what it would do first, then does it', async () => {
    const importMaintenance = jest.fn(async (input: any) => ({
      dryRun: input.body.dryRun,
      events: [
        {
          ...{ title: 'Disks', became: 'created' as const, reason: 'new' },
          ...{ entityRefs: ['component:default/checkout'], zone: 'UTC' },
          next: {
            startsAt: '2026-11-21T02:00:00.000Z',
            endsAt: '2026-11-21T04:00:00.000Z',
          },
        },
        {
          ...{ title: 'Often', became: 'skipped' as const, entityRefs: [] },
          reason: 'it recurs too often',
        },
      ],
    }));
    show([], { api: { importMaintenance } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const tryIt = dialog.getByRole('button', { name: 'See what it would do' });
    await userEvent.click(tryIt);
    expect(
      dialog.getByText('Choose a file or paste its text.'),
    ).toBeInTheDocument();
    await userEvent.upload(
      dialog.getByLabelText('Choose a file'),
      new File(['BEGIN:VCALENDAR'], 'ops.ics', { type: 'text/calendar' }),
    );
    await waitFor(() =>
      expect(
        dialog.getByRole('textbox', { name: /paste its text/ }),
      ).toHaveValue('BEGIN:VCALENDAR'),
    );
    await userEvent.click(tryIt);
    const result = await dialog.findByRole('status');
    expect(result).toHaveTextContent('Disks new');
    expect(result).toHaveTextContent('Often left out');
    expect(result).toHaveTextContent('it recurs too often');
    await userEvent.click(dialog.getByRole('button', { name: 'Import it' }));
    expect(
      await screen.findByText('1 window was made or changed.'),
    ).toBeInTheDocument();
    expect(
      importMaintenance.mock.calls.map(([{ body }]) => body.dryRun),
    ).toEqual([true, false]);
  });
});
