import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PersonShift,
  ShiftCalendar,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../../shell/__testUtils__/renderPage';
import { aPreview, aSchedule, aShift } from '../testing/aShift';

const ada = 'user:default/ada';
const createdBy = { type: 'user', ref: ada } as const;

function show(path: string) {
  let items: ShiftCalendar[] = [];
  const createShiftCalendar = jest.fn(async (call?: { body?: object }) => {
    const calendar = { id: '7', createdBy, createdAt: testNow, ...call?.body };
    items = [calendar];
    return { ...calendar, path: '/calendars/7.secret.ics' };
  });
  const revokeShiftCalendar = jest.fn(async () => {
    const [revoked] = items;
    items = [];
    return { ...revoked, revokedAt: testNow };
  });
  renderPage(path, {
    getSchedule: async () => aSchedule(),
    getScheduleShifts: async () => aPreview(),
    listSchedules: async () => ({ items: [], totalItems: 0, at: testNow }),
    listShiftCalendars: async () => ({ items }),
    createShiftCalendar,
    revokeShiftCalendar,
  });
  return { createShiftCalendar, revokeShiftCalendar };
}

const open = async () => {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Subscribe' }),
  );
  return within(await screen.findByRole('dialog'));
};

describe('the dialog that makes calendar addresses', () => {
  it('makes one of a schedule, shows it once, and revokes it', async () => {
    const { createShiftCalendar, revokeShiftCalendar } =
      show('/on-call/checkout');
    const dialog = await open();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Make an address' }),
    );
    expect(
      await dialog.findByText(/\/calendars\/7\.secret\.ics$/),
    ).toBeInTheDocument();
    expect(
      dialog.getByRole('link', { name: 'Open it in a calendar program' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^webcal:\/\/.*\/calendars\/7\.secret\.ics$/),
    );
    expect(createShiftCalendar).toHaveBeenCalledWith({
      body: { schedule: 'checkout' },
    });

    const mine = within(
      await dialog.findByRole('region', {
        name: 'Addresses that you have made',
      }),
    );
    await userEvent.click(
      mine.getByRole('button', { name: 'Revoke: Schedule checkout' }),
    );
    await waitFor(() =>
      expect(dialog.queryByText('Addresses that you have made')).toBeNull(),
    );
    expect(revokeShiftCalendar).toHaveBeenCalledWith({
      ...{ params: { id: '7' }, body: {} },
    });
  });

  it('makes one of the reader alone', async () => {
    const { createShiftCalendar } = show('/on-call');
    const dialog = await open();
    expect(dialog.queryByRole('radio')).toBeNull();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Make an address' }),
    );
    await waitFor(() =>
      expect(createShiftCalendar).toHaveBeenCalledWith({ body: { user: ada } }),
    );
  });
});

describe('the shifts of the reader', () => {
  const mine = (shifts: PersonShift[]) =>
    renderPage('/on-call', {
      listSchedules: async () => ({ items: [], totalItems: 0, at: testNow }),
      listPersonShifts: async () => ({
        ...{ user: ada, from: testNow, to: testNow, shifts },
      }),
    });
  const of = { schedule: 'checkout', scheduleTitle: 'Checkout' };
  const day = (date: number) => ({
    ...of,
    ...aShift({
      from: `2099-11-${date}T08:00:00.000Z`,
      to: `2099-11-${date + 1}T08:00:00.000Z`,
    }),
  });

  it('are named, the one that is now as such, and the later ones folded away', async () => {
    const now = aShift({
      from: '2020-11-19T08:00:00.000Z',
      to: '2099-01-01T08:00:00.000Z',
    });
    mine([{ ...of, ...now }, ...[12, 14, 16, 18].map(day)]);
    const panel = within(
      await screen.findByRole('region', { name: /^Your shifts/ }),
    );
    const [first, second] = panel.getAllByRole('listitem');
    expect(first).toHaveTextContent(/^Now:.*Checkout · Primary$/);
    expect(second).toHaveTextContent(/^Thu, Nov 12/);
    expect(within(second).getByRole('link')).toHaveAttribute(
      'href',
      '/incidents/on-call/checkout',
    );
    expect(panel.getByText('2 more')).toBeInTheDocument();
  });

  it('are none, and that is said', async () => {
    mine([]);
    expect(
      await screen.findByText('You are not on call in the next four weeks.'),
    ).toBeInTheDocument();
  });
});
