import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IncidentsApi,
  PreviewSchedule,
  SchedulePreview,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../../shell/__testUtils__/renderPage';
import { aGap, aPreview, aSchedule } from '../testing/aShift';

const receipt = { name: 'checkout', version: 1, updatedAt: testNow };
const bo = 'user:default/bo';

const bodyOf = (call: unknown) => (call as { body: PreviewSchedule }).body;

function show(
  reckon: (asked: PreviewSchedule) => Partial<SchedulePreview> = () => ({}),
  about: Partial<IncidentsApi> = {},
) {
  const previewSchedule = jest.fn(async (call?: unknown) =>
    aPreview(reckon(bodyOf(call))),
  );
  const createSchedule = jest.fn(async (_?: unknown) => receipt);
  const page = renderPage('/on-call/new', {
    previewSchedule,
    createSchedule,
    getSchedule: async () => aSchedule(),
    getScheduleShifts: async () => aPreview(),
    ...about,
  });
  return { page, previewSchedule, createSchedule };
}

const levelsOf = (asked: PreviewSchedule) => asked.schedule.levels;
/** A refusal as the backend writes it. */
function refusal(message: string, statusCode = 400) {
  return Object.assign(new Error(message), {
    statusCode,
    body: { error: { message } },
  });
}

afterEach(() => window.sessionStorage.clear());

describe('a new schedule', () => {
  it('tells the gap that it has, and that it is gone with the first person, and is created', async () => {
    const { createSchedule } = show(asked =>
      levelsOf(asked)[0].rotations[0].participants.length
        ? {}
        : { gaps: [aGap({ because: 'Weekly has nobody in it.' })] },
    );
    const preview = await screen.findByRole('region', {
      name: 'The next four weeks',
    });
    expect(
      await within(preview).findByText('There is a gap: nobody is on call.'),
    ).toBeInTheDocument();
    expect(preview).toHaveTextContent('Weekly has nobody in it.');

    await userEvent.type(screen.getByLabelText('Title'), 'Checkout');
    expect(screen.getByLabelText('Name in addresses')).toHaveValue('checkout');
    await userEvent.type(
      screen.getByRole('combobox', { name: /Add somebody/ }),
      'Berg',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Bo Berg/ }),
    );
    expect(
      await within(preview).findByText(/^Somebody is on call at every moment/),
    ).toBeInTheDocument();

    // By its words, because the list of the field may still hide what is around it.
    screen.getByText('Create schedule').closest('button')!.focus();
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByRole('region', { name: 'Checkout' }),
    ).toBeInTheDocument();
    expect(bodyOf(createSchedule.mock.calls[0][0])).toMatchObject({
      ...{ name: 'checkout', title: 'Checkout' },
      levels: [
        {
          name: 'Primary',
          rotations: [
            {
              ...{ name: 'Weekly', participants: [bo] },
              turn: { every: 1, unit: 'weeks' },
              handoff: { time: '09:00', weekday: 'mon' },
            },
          ],
        },
      ],
    });
  });

  it('begins with another shape, and keeps its title', async () => {
    const { previewSchedule } = show();
    await userEvent.type(await screen.findByLabelText('Title'), 'Sun');
    await userEvent.click(
      screen.getByRole('radio', { name: /^Follow the sun/ }),
    );
    expect(screen.getByLabelText('Title')).toHaveValue('Sun');
    await waitFor(() => {
      const asked = bodyOf(previewSchedule.mock.lastCall![0]);
      expect(asked.schedule.timeZone).toBe('UTC');
      expect(
        levelsOf(asked)[0].rotations.map(({ windows }) => windows),
      ).toEqual([
        ...[
          ['00:00', '08:00'],
          ['08:00', '16:00'],
          ['16:00', '00:00'],
        ].map(([from, to]) => [expect.objectContaining({ from, to })]),
      ]);
    });
  });

  it('says beside the field what is wrong with it, and keeps the last plan', async () => {
    let isRefused = false;
    show(() => ({ gaps: [aGap()] }), {
      previewSchedule: async () => {
        if (isRefused)
          throw refusal(
            'The body is not valid: schedule.levels.0.rotations.0.turn.every: Too big: expected number to be <=1000',
          );
        return aPreview({ gaps: [aGap()] });
      },
    });
    expect(
      await screen.findByText('There is a gap: nobody is on call.'),
    ).toBeInTheDocument();
    isRefused = true;
    const every = screen.getByLabelText('A turn lasts');
    await userEvent.type(every, '000000');
    await waitFor(() =>
      expect(every).toHaveAccessibleDescription(
        'Too big: expected number to be <=1000',
      ),
    );
    expect(every).toBeInvalid();
    expect(
      screen.getByText(/What is below is the last that could be reckoned/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('It is outside the windows of Primary.'),
    ).toBeInTheDocument();
  });

  it('is not sent without a title, and says so', async () => {
    const { createSchedule } = show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create schedule' }),
    );
    expect(screen.getByLabelText('Title')).toHaveAccessibleDescription(
      'Give the schedule a title.',
    );
    expect(createSchedule).not.toHaveBeenCalled();
  });

  it('says that its name is taken', async () => {
    show(undefined, {
      createSchedule: async () => {
        throw refusal(
          'name: there is a schedule "checkout" already, perhaps in the archive; choose another name',
          409,
        );
      },
    });
    await userEvent.type(await screen.findByLabelText('Title'), 'Checkout');
    await userEvent.click(
      screen.getByRole('button', { name: 'Create schedule' }),
    );
    await waitFor(() =>
      expect(
        screen.getByLabelText('Name in addresses'),
      ).toHaveAccessibleDescription(/there is a schedule "checkout" already/),
    );
  });

  it('asks before a link throws it away', async () => {
    const confirm = jest.spyOn(window, 'confirm').mockReturnValue(false);
    show();
    const leave = await screen.findByRole('link', { name: 'All schedules' });
    await userEvent.type(screen.getByLabelText('Title'), 'C');
    await userEvent.click(leave);
    expect(confirm).toHaveBeenCalledWith(
      'Leave? What you have written is not saved.',
    );
    expect(screen.getByLabelText('Title')).toHaveValue('C');
    confirm.mockRestore();
  });

  it('is offered again when the browser went back over it', async () => {
    const { unmount } = show().page;
    await userEvent.type(await screen.findByLabelText('Title'), 'Checkout');
    unmount();
    show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Bring it back' }),
    );
    expect(screen.getByLabelText('Title')).toHaveValue('Checkout');
    expect(screen.queryByText(/and not saved it/)).toBeNull();
  });

  it('tells when the clocks of its zone are changed next', async () => {
    const { previewSchedule } = show();
    const zone = await screen.findByRole('combobox', { name: 'Time zone' });
    await userEvent.clear(zone);
    await userEvent.type(zone, 'new york');
    await userEvent.click(
      await screen.findByRole('option', { name: 'America/New York' }),
    );
    expect(
      await screen.findByText(
        /^Next time the clocks of America\/New_York are changed: Sun, /,
      ),
    ).toBeInTheDocument();
    expect(bodyOf(previewSchedule.mock.lastCall![0]).schedule.timeZone).toBe(
      'America/New_York',
    );
  });
});

describe('by keyboard, the focus', () => {
  it('goes along with who is moved, and to the next thing when one is gone', async () => {
    const { previewSchedule } = show();
    const field = await screen.findByRole('combobox', {
      name: /Add somebody/,
    });
    field.focus();
    for (const user of ['user:default/ada', 'user:default/cy']) {
      await userEvent.keyboard(user);
      await screen.findByRole('option', { name: user });
      await userEvent.keyboard('{ArrowDown}{Enter}');
      await screen.findByLabelText(`Remove ${user}`);
    }
    screen.getByLabelText('Move user:default/cy up').focus();
    await userEvent.keyboard('{Enter}');
    // At the top there is no further way up.
    expect(screen.getByLabelText('Move user:default/cy down')).toHaveFocus();
    await waitFor(() =>
      expect(
        levelsOf(bodyOf(previewSchedule.mock.lastCall![0]))[0].rotations[0]
          .participants,
      ).toEqual(['user:default/cy', 'user:default/ada']),
    );
    screen.getByLabelText('Remove user:default/cy').focus();
    await userEvent.keyboard('{Enter}');
    expect(
      screen.getByText('Add a group that shares a turn').closest('button'),
    ).toHaveFocus();
  });

  it('goes to the name of what was added', async () => {
    show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a level' }),
    );
    expect(screen.getByDisplayValue('Level 2')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Add a rotation' })[0],
    );
    expect(screen.getByDisplayValue('Rotation 3')).toHaveFocus();
  });
});
