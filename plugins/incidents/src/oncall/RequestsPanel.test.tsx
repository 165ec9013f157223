import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IncidentsApi,
  ShiftRequest,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aPreview, aSchedule, aShift } from './testing/aShift';

const path = '/on-call/checkout?times=schedule';
/** Long after any test is run. */
const days = (day: number) => ({
  from: `2099-11-${day}T08:00:00.000Z`,
  to: `2099-11-${day + 1}T08:00:00.000Z`,
});
const bo = { ref: 'user:default/bo', displayName: 'Bo' };
const aRequest = (about: Partial<ShiftRequest> = {}): ShiftRequest => ({
  ...{ id: 'r1', schedule: 'checkout', scheduleTitle: 'Checkout' },
  ...{ kind: 'take', status: 'open', level: 'Primary', mine: days(17) },
  ...{ everybody: false, createdAt: testNow, expiresAt: days(17).from },
  ...{ asker: bo, reader: 'asked', can: ['accept', 'decline'] },
  ...about,
});

function show(items: ShiftRequest[], about: Partial<IncidentsApi> = {}) {
  let shown = items;
  const accept = jest.fn(async () => {
    shown = [];
    return { ...items[0], status: 'accepted' as const, can: [] };
  });
  const askForShift = jest.fn(async () =>
    aRequest({ reader: 'asker', everybody: true, can: ['withdraw'] }),
  );
  renderPage(path, {
    getSchedule: async () => aSchedule(),
    getScheduleShifts: async () =>
      aPreview({
        shifts: [
          aShift(days(17)),
          aShift({ ...days(18), person: bo, turn: 1 }),
        ],
      }),
    listShiftRequests: async () => ({ items: shown }),
    acceptShiftRequest: accept,
    askForShift,
    ...about,
  });
  return { accept, askForShift };
}

const panel = async () =>
  within(await screen.findByRole('region', { name: /^Requests/ }));

describe('requests for shifts', () => {
  it('are accepted in one press, and the page follows', async () => {
    const { accept } = show([aRequest({ note: 'a wedding' })]);
    const requests = await panel();
    const button = await requests.findByRole('button', {
      name: 'Accept: To take: Primary, Tue, Nov 17, 09:00 – Wed, Nov 18, 09:00',
    });
    expect(requests.getByText('Asked by Bo, of you')).toBeInTheDocument();
    expect(requests.getByText('a wedding')).toBeInTheDocument();
    await userEvent.click(button);
    expect(
      await requests.findByText(/^You accepted: To take: Primary/),
    ).toBeInTheDocument();
    expect(accept).toHaveBeenCalledWith({ params: { id: 'r1' }, body: {} });
    expect(
      await requests.findByText(
        'Nobody asks for a shift to be taken or swapped.',
      ),
    ).toBeInTheDocument();
  });

  it('of one’s own are withdrawn, and name nobody whom the reader may not see', async () => {
    show([
      aRequest({ asker: undefined, reader: undefined, can: [] }),
      aRequest({
        ...{ id: 'r2', reader: 'asker', everybody: true, can: ['withdraw'] },
      }),
    ]);
    const requests = await panel();
    expect(
      await requests.findByText('Asked by somebody, of somebody'),
    ).toBeInTheDocument();
    expect(requests.getByText('Asked by you, of everybody')).toBeVisible();
    expect(requests.getAllByRole('button', { name: /^Withdraw/ })).toHaveLength(
      1,
    );
  });

  it('say why they could not be accepted', async () => {
    show([aRequest()], {
      acceptShiftRequest: async () => {
        throw new Error('It is taken already: Cy has it');
      },
    });
    const requests = await panel();
    await userEvent.click(
      await requests.findByRole('button', { name: /^Accept/ }),
    );
    expect(
      await requests.findByText(/It is taken already: Cy has it/),
    ).toBeInTheDocument();
  });

  it('begin with a shift of one’s own, asked of everybody', async () => {
    const { askForShift } = show([]);
    const requests = await panel();
    await userEvent.click(
      requests.getByRole('button', { name: 'Ask about a shift of yours' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText(/^Until somebody accepts you are on call/),
    ).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Ask' }));
    expect(await requests.findByText(/^You asked: To take/)).toBeVisible();
    expect(askForShift).toHaveBeenCalledWith({
      params: { name: 'checkout' },
      body: { kind: 'take', level: 'Primary', mine: days(17) },
    });
  });

  it('are not sent without whom they ask', async () => {
    const { askForShift } = show([]);
    const requests = await panel();
    await userEvent.click(
      requests.getByRole('button', { name: 'Ask about a shift of yours' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      await dialog.findByRole('radio', { name: 'Somebody takes it' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Ask' }));
    expect(dialog.getByText('Say who is asked.')).toBeInTheDocument();
    expect(askForShift).not.toHaveBeenCalled();
  });
});
