import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ChangeSchedule,
  PreviewSchedule,
  ScheduleDetail,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../../shell/__testUtils__/renderPage';
import { aPreview, aSchedule } from '../testing/aShift';

const changeIn = (call: unknown) => (call as { body: ChangeSchedule })?.body;

function show(about: Partial<ScheduleDetail> = {}) {
  let kept = aSchedule(about);
  const become = (part: Partial<ScheduleDetail>) => {
    kept = { ...kept, ...part };
  };
  const changeSchedule = jest.fn(async (call?: unknown) => {
    const { version } = changeIn(call);
    if (version !== kept.version) {
      const message = `version: "checkout" was changed and is version ${kept.version} now, not ${version}; read it again`;
      throw Object.assign(new Error(message), {
        ...{ statusCode: 409, body: { error: { message } } },
      });
    }
    return { name: 'checkout', version: 2, updatedAt: testNow };
  });
  const previewSchedule = jest.fn(async (_?: unknown) => aPreview());
  renderPage('/on-call/checkout/edit', {
    getSchedule: async () => kept,
    getScheduleShifts: async () => aPreview(),
    changeSchedule,
    previewSchedule,
  });
  return { changeSchedule, previewSchedule, become };
}

const every = () => screen.findByLabelText('A turn lasts');
const save = () => screen.getByRole('button', { name: 'Save' });
const twoDays = async () => {
  await userEvent.clear(await every());
  await userEvent.type(await every(), '2');
};

afterEach(() => window.sessionStorage.clear());

describe('an edit', () => {
  it('shows the schedule as it is, and changes it from now on', async () => {
    const { changeSchedule, previewSchedule } = show();
    expect(await every()).toHaveValue(1);
    expect(save()).toBeDisabled();
    await twoDays();
    await waitFor(() => {
      const asked = previewSchedule.mock.lastCall![0] as {
        body: PreviewSchedule;
      };
      const { revisions } = asked.body.schedule;
      expect(revisions[0].levels[0].rotations[0].turn.every).toBe(2);
    });
    await userEvent.click(save());
    expect(
      await screen.findByRole('region', { name: 'Checkout' }),
    ).toBeInTheDocument();
    const body = changeIn(changeSchedule.mock.calls[0][0]);
    expect(body).not.toHaveProperty('from');
    expect(body).toMatchObject({
      ...{ version: 1, timeZone: 'Europe/Berlin' },
      levels: [{ rotations: [{ turn: { every: 2, unit: 'days' } }] }],
    });
  });

  it('counts from a later instant, by the clock of the schedule', async () => {
    const { changeSchedule } = show();
    await twoDays();
    await userEvent.click(screen.getByRole('radio', { name: 'From later on' }));
    const from = screen.getByLabelText('From, by the clocks of Europe/Berlin');
    await userEvent.clear(from);
    await userEvent.type(from, '2098-12-24T09:00');
    await userEvent.click(save());
    await waitFor(() =>
      expect(changeIn(changeSchedule.mock.lastCall?.[0])?.from).toBe(
        '2098-12-24T08:00:00.000Z',
      ),
    );
  });

  it('says which plans it drops', async () => {
    const { timeZone, levels } = aSchedule().definition;
    show({
      definition: {
        ...aSchedule().definition,
        revisions: [{ from: '2099-01-01T08:00:00.000Z', timeZone, levels }],
      },
    });
    expect(
      await screen.findByText(/A change is planned already \(.*2099.*09:00/),
    ).toBeInTheDocument();
  });

  it('is told when somebody else was faster, and begins again with the newer one', async () => {
    const { changeSchedule, become } = show();
    await twoDays();
    const definition = {
      ...aSchedule().definition,
      title: 'Till',
    };
    become({ version: 2, definition });
    await userEvent.click(save());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load the newer one' }),
    );
    expect(screen.getByLabelText('Title')).toHaveValue('Till');
    expect(await every()).toHaveValue(1);
    await twoDays();
    await userEvent.click(save());
    await waitFor(() =>
      expect(changeIn(changeSchedule.mock.lastCall![0]).version).toBe(2),
    );
  });

  it('is not for who may not write schedules', async () => {
    show({ can: { update: false, overrideOwn: true, overrideAny: true } });
    expect(
      await screen.findByText('You may not change schedules.'),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('Title')).toBeNull();
  });
});
