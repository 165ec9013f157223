import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IncidentsApi,
  LaidShift,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aPreview, aSchedule, aShift } from './testing/aShift';

const ada = 'user:default/ada';
const bo = { ref: 'user:default/bo', displayName: 'Bo' };
/** Long after any test is run: what is over cannot be handed over. */
const day = {
  from: '2099-11-17T08:00:00.000Z',
  to: '2099-11-18T08:00:00.000Z',
};
const path = '/on-call/checkout?from=2099-11-16&times=schedule';
const receipt = { name: 'checkout', version: 2, updatedAt: testNow };

function show(shift: LaidShift, about: Partial<IncidentsApi> = {}) {
  let shifts = [shift];
  const amendSchedule = jest.fn(async () => {
    shifts = [{ ...shift, person: { ref: ada, displayName: 'Ada' } }];
    return receipt;
  });
  renderPage(path, {
    getSchedule: async () => aSchedule(),
    getScheduleShifts: async () => aPreview({ shifts }),
    amendSchedule,
    ...about,
  });
  return { amendSchedule };
}

const bar = async (name: RegExp) => {
  const primary = await screen.findByRole('region', { name: 'Primary' });
  return within(primary).findByRole('button', { name });
};

/** By the keyboard alone. */
const open = async (name: RegExp) => {
  (await bar(name)).focus();
  await userEvent.keyboard('{Enter}');
  return within(await screen.findByRole('dialog'));
};

describe('a shift', () => {
  it('is taken over as a whole, and the page follows', async () => {
    const { amendSchedule } = show(aShift({ ...day, person: bo }));
    const dialog = await open(/^Hand over: Bo, Primary, Tue, Nov 17, 09:00/);
    expect(dialog.getByLabelText('From')).toHaveValue('2099-11-17T09:00');
    expect(dialog.getByLabelText('To')).toHaveValue('2099-11-18T09:00');
    await userEvent.click(dialog.getByRole('button', { name: 'Take it over' }));
    expect(
      await screen.findByText(/^Primary was handed over, Tue, Nov 17/),
    ).toBeInTheDocument();
    expect(await bar(/^Hand over: Ada/)).toHaveTextContent('Adayou');
    expect(amendSchedule).toHaveBeenCalledWith({
      params: { name: 'checkout' },
      body: {
        ...{ kind: 'replace', level: 'Primary', user: ada },
        ...{ replaces: bo.ref, ...day },
      },
    });
  });

  it('is given away, to somebody of the catalog', async () => {
    const { amendSchedule } = show(aShift(day));
    const dialog = await open(/^Hand over: Ada/);
    expect(dialog.queryByRole('radio')).not.toBeInTheDocument();
    const give = dialog.getByRole('button', { name: 'Give it away' });
    await userEvent.click(give);
    expect(dialog.getByText('Say who is on call instead.')).toBeInTheDocument();
    await userEvent.type(
      dialog.getByRole('combobox', { name: /Give it to/ }),
      'Berg',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Bo Berg/ }),
    );
    await userEvent.click(give);
    await waitFor(() =>
      expect(amendSchedule).toHaveBeenCalledWith({
        params: { name: 'checkout' },
        body: expect.objectContaining({
          ...{ user: bo.ref, replaces: ada },
        }),
      }),
    );
  });

  it('stays, with the reason, when the backend refuses', async () => {
    show(aShift({ ...day, person: bo }), {
      amendSchedule: async () => {
        throw new Error('level: the schedule has no level "Primary" by then');
      },
    });
    const dialog = await open(/^Hand over: Bo/);
    await userEvent.click(dialog.getByRole('button', { name: 'Take it over' }));
    expect(
      await dialog.findByText(/the schedule has no level "Primary" by then/),
    ).toBeInTheDocument();
  });

  it('of somebody else is only read by who may hand over their own alone', async () => {
    show(aShift({ ...day, person: bo }), {
      getSchedule: async () =>
        aSchedule({
          can: { update: false, overrideOwn: true, overrideAny: false },
        }),
    });
    const primary = await screen.findByRole('region', { name: 'Primary' });
    expect(primary).toHaveTextContent('Bo');
    expect(within(primary).queryByRole('button')).toBeNull();
  });
});
