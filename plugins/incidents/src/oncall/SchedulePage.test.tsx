import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SchedulePreview } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aGap, aPreview, aSchedule, aShift } from './testing/aShift';

const bo = { ref: 'user:default/bo', displayName: 'Bo' };
const path = '/on-call/checkout?from=2026-11-16&times=schedule';

function show(preview: Partial<SchedulePreview>, address = path) {
  const getScheduleShifts = jest.fn(async () => aPreview(preview));
  const getSchedule = async () => aSchedule();
  renderPage(address, { getSchedule, getScheduleShifts });
  return { getScheduleShifts };
}

const level = (name: string) => screen.findByRole('region', { name });

afterEach(() => jest.useRealTimers());

describe('a schedule', () => {
  it('is a fortnight of levels, with you, overrides, shadows and gaps told', async () => {
    const { getScheduleShifts } = show({
      shifts: [
        aShift(),
        aShift({
          ...{ person: bo, rotation: undefined },
          ...{
            from: '2026-11-20T08:00:00.000Z',
            to: '2026-11-20T20:00:00.000Z',
          },
        }),
        aShift({ ...{ person: bo, shadow: true, rotation: undefined } }),
      ],
      gaps: [aGap()],
    });
    const primary = await level('Primary');
    const bars = within(primary).getAllByRole('listitem');
    expect(bars.map(bar => bar.textContent)).toEqual([
      'AdayouThu 09:00 – Fri 09:00',
      'Bocomes alongThu 09:00 – Fri 09:00',
      'BooverrideFri 09:00 – 21:00',
      'NobodyFri 21:00 – Sat 09:00',
    ]);
    expect(getScheduleShifts).toHaveBeenCalledWith(
      {
        params: { name: 'checkout' },
        query: {
          from: '2026-11-08T23:00:00.000Z',
          to: '2026-12-06T23:00:00.000Z',
        },
      },
      expect.anything(),
    );
  });

  it('begins its list with today, and folds away what is over', async () => {
    jest.useFakeTimers({ now: Date.parse(testNow), advanceTimers: true });
    show({ shifts: [aShift()] });
    const over = await screen.findByText('4 days before today');
    const past = within(over.closest('details')!);
    expect(past.getAllByRole('heading', { hidden: true })).toHaveLength(4);
    expect(past.queryByText('Today')).not.toBeInTheDocument();
  });

  it('names the next gaps, and folds the rest away', async () => {
    const night = (day: number) =>
      aGap({ from: `2026-11-${day}T20:00:00.000Z` });
    show({ gaps: [20, 21, 22, 23, 24, 25, 26].map(night) });
    const more = await screen.findByText('2 more');
    const later = within(more.closest('details')!);
    expect(later.getAllByText(/nobody/)).toHaveLength(2);
  });

  it('says on which day the clocks change', async () => {
    show(
      {
        shifts: [
          aShift({ from: '2026-03-25T08:00:00Z', to: '2026-03-30T07:00:00Z' }),
        ],
      },
      '/on-call/checkout?from=2026-03-23&times=schedule',
    );
    const days = await screen.findByRole('list', { name: 'Days' });
    const odd = within(days).getByText('Clocks change: 23 hours');
    expect(odd.closest('li')).toHaveTextContent('Sun, Mar 29');
  });

  it('goes to the next fortnight', async () => {
    const { getScheduleShifts } = show({ shifts: [aShift()] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next fortnight' }),
    );
    expect(
      await screen.findByText('Fortnight from Mon, Nov 30'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        'No shift and no gap is known in this fortnight.',
      ),
    ).toBeInTheDocument();
    expect(getScheduleShifts).toHaveBeenLastCalledWith(
      expect.objectContaining({
        query: {
          from: '2026-11-22T23:00:00.000Z',
          to: '2026-12-20T23:00:00.000Z',
        },
      }),
      expect.anything(),
    );
  });

  it('is told day by day', async () => {
    show({ shifts: [aShift()] }, `${path}&view=list`);
    const thursday = await screen.findByRole('heading', {
      name: 'Thu, Nov 19',
    });
    expect(thursday.closest('li')).toHaveTextContent(
      'PrimaryAdayouThu, Nov 19, 09:00 – Fri, Nov 20, 09:00',
    );
    expect(screen.queryByRole('list', { name: 'Days' })).toBeNull();
  });

  it('lists the gaps to come, and who is on call twice', async () => {
    show({
      shifts: [aShift()],
      gaps: [aGap()],
      doubleBookings: [
        {
          ...{ person: bo, from: aGap().from, to: aGap().to },
          places: [
            { level: 1, levelName: 'Primary' },
            { level: 2, levelName: 'Backup' },
          ],
        },
      ],
    });
    const trouble = await screen.findByRole('region', {
      name: /Next 30 days/,
    });
    expect(
      await within(trouble).findByText(
        'Primary: nobody, Fri, Nov 20, 21:00 – Sat, Nov 21, 09:00',
      ),
    ).toBeInTheDocument();
    expect(trouble).toHaveTextContent('It is outside the windows of Primary.');
    expect(trouble).toHaveTextContent(
      'Bo is on call twice at the same time (Primary, Backup)',
    );
  });

  it('says that nothing is amiss', async () => {
    show({ shifts: [aShift()] });
    expect(
      await screen.findByText(
        'No gap, and nobody is on call twice at the same time.',
      ),
    ).toBeInTheDocument();
  });
});
