import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IncidentsApi,
  SchedulePreview,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../../shell/__testUtils__/renderPage';
import { aGap, aPreview, aSchedule, aShift } from '../testing/aShift';

const [ada, bo] = ['user:default/ada', 'user:default/bo'];
const boBerg = { ref: bo, displayName: 'Bo' };
const span = (day: number) => ({
  ...{
    from: `2099-11-${day}T08:00:00.000Z`,
    to: `2099-11-${day + 1}T08:00:00.000Z`,
  },
});
const path = '/on-call/checkout?from=2099-11-16&times=schedule';
const receipt = { name: 'checkout', version: 2, updatedAt: testNow };

function show(
  preview: Partial<SchedulePreview> = {},
  about: Partial<IncidentsApi> = {},
) {
  const amendSchedule = jest.fn(async (_?: object) => receipt);
  renderPage(path, {
    getSchedule: async () => aSchedule(),
    getScheduleShifts: async () => aPreview(preview),
    amendSchedule,
    ...about,
  });
  return { amendSchedule };
}

const changes = () => screen.findByRole('region', { name: /^Changed by hand/ });

describe('what was changed by hand', () => {
  it('is told, and taken back', async () => {
    let definition = {
      ...aSchedule().definition,
      overrides: [
        {
          ...{ id: 'o', kind: 'replace' as const, level: 'Primary' },
          ...{ user: bo, replaces: ada, reason: 'a dentist', ...span(20) },
        },
      ],
    };
    const withdrawAmendment = jest.fn(async () => {
      definition = { ...definition, overrides: [] };
      return receipt;
    });
    show(
      {},
      { getSchedule: async () => aSchedule({ definition }), withdrawAmendment },
    );
    const panel = within(await changes());
    expect(
      (await panel.findByText('Primary: bo instead of ada')).closest('li'),
    ).toHaveTextContent('Fri, Nov 20, 09:00 – Sat, Nov 21, 09:00 · a dentist');
    await userEvent.click(panel.getByRole('button', { name: /^Take back/ }));
    expect(
      await panel.findByText(/^Taken back from now on: Primary: bo/),
    ).toBeInTheDocument();
    expect(
      await panel.findByText(/^Nothing: everybody is on call/),
    ).toBeInTheDocument();
    expect(withdrawAmendment).toHaveBeenCalledWith({
      ...{ params: { name: 'checkout', id: 'o' }, body: {} },
    });
  });

  it('is only read by whom it does not concern', async () => {
    show(
      {},
      {
        getSchedule: async () =>
          aSchedule({
            can: { update: false, overrideOwn: true, overrideAny: false },
            definition: {
              ...aSchedule().definition,
              absences: [{ id: 'a', user: bo, ...span(20) }],
            },
          }),
      },
    );
    const panel = within(await changes());
    expect(await panel.findByText('bo is away')).toBeInTheDocument();
    expect(panel.queryByRole('button')).toBeNull();
  });
});

describe('a gap', () => {
  const gaps = [aGap(span(20))];
  const filled = {
    params: { name: 'checkout' },
    body: { ...{ kind: 'add', level: 'Primary', user: ada }, ...span(20) },
  };

  it('of the list is filled with one press', async () => {
    const { amendSchedule } = show({ gaps });
    const trouble = within(
      await screen.findByRole('region', { name: /^Next 30 days/ }),
    );
    await userEvent.click(
      await trouble.findByRole('button', { name: /^Fill this gap: Primary/ }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Fill the gap' }));
    expect(
      await trouble.findByText(/^Primary has somebody, Fri, Nov 20/),
    ).toBeInTheDocument();
    expect(amendSchedule).toHaveBeenCalledWith(filled);
  });

  it('of the fortnight is filled by who may only help out, and by nobody else', async () => {
    const can = { update: false, overrideOwn: true, overrideAny: false };
    const { amendSchedule } = show(
      { gaps },
      { getSchedule: async () => aSchedule({ can }) },
    );
    const primary = within(
      await screen.findByRole('region', { name: 'Primary' }),
    );
    await userEvent.click(
      primary.getByRole('button', { name: /^Fill this gap: Primary/ }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('radio')).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Fill the gap' }));
    await waitFor(() => expect(amendSchedule).toHaveBeenCalledWith(filled));
  });
});

describe('two people', () => {
  it('swap two shifts', async () => {
    const swapShifts = jest.fn(async (_?: object) => receipt);
    show(
      {
        shifts: [aShift(span(20)), aShift({ ...span(24), person: boBerg })],
      },
      { swapShifts },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Swap shifts' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const send = dialog.getByRole('button', { name: 'Swap them' });
    const first = await dialog.findByLabelText('This shift');
    await userEvent.click(send);
    expect(first).toHaveAccessibleDescription('Choose a shift.');
    const second = dialog.getByLabelText('For this one');
    for (const [field, name] of [
      [first, /^Ada/],
      [second, /^Bo/],
    ] as const)
      await userEvent.selectOptions(
        field,
        within(field).getByRole('option', { name }),
      );
    await userEvent.click(send);
    expect(
      await screen.findByText('Ada and Bo have swapped.'),
    ).toBeInTheDocument();
    expect(swapShifts).toHaveBeenCalledWith({
      params: { name: 'checkout' },
      body: {
        level: 'Primary',
        between: [
          { user: ada, ...span(20) },
          { user: bo, ...span(24) },
        ],
      },
    });
  });
});

describe('who is away', () => {
  it('says from when to when', async () => {
    const { amendSchedule } = show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Be away' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const times = { start: '2099-12-24T09:00', end: '2099-12-27T09:00' };
    for (const [end, wall] of [
      [/^From/, times.start],
      [/^To/, times.end],
    ] as const) {
      const field = dialog.getByLabelText(end);
      await userEvent.clear(field);
      await userEvent.type(field, wall);
    }
    await userEvent.click(dialog.getByRole('button', { name: 'Say so' }));
    expect(
      await screen.findByText(/^The absence counts, Thu, Dec 24, 09:00/),
    ).toBeInTheDocument();
    expect(amendSchedule).toHaveBeenCalledWith({
      params: { name: 'checkout' },
      body: {
        ...{ kind: 'absence', user: ada },
        ...{ from: '2099-12-24T08:00:00.000Z', to: '2099-12-27T08:00:00.000Z' },
      },
    });
  });
});
