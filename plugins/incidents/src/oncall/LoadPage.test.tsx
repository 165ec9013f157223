import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LoadReport } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { saveFile } from './saveFile';
import { aLoad } from './testing/aLoad';

jest.mock('./saveFile', () => ({ saveFile: jest.fn() }));

const november = '/on-call/load?day=2026-11-10';

function show(people: LoadReport['people'], address = november) {
  const getOnCallLoad = jest.fn(async () => ({
    ...{ from: testNow, to: testNow, schedules: 2, people },
  }));
  const exportOnCallShifts = jest.fn(async () => 'schedule\r\n');
  renderPage(address, {
    ...{ getOnCallLoad, exportOnCallShifts },
    listSchedules: async () => ({ items: [], totalItems: 0, at: testNow }),
  });
  return { getOnCallLoad, exportOnCallShifts };
}

const asked = { from: expect.any(String), to: expect.any(String) };

describe('the page of load', () => {
  it('has a line for each person, and says who has too much', async () => {
    show([
      aLoad('Aiko', { hours: 100, nights: 21, pages: 5, sleepPages: 3 }),
      aLoad('Bo', { hours: 100, nights: 10 }),
      aLoad('Cy', { hours: 100, nights: 5 }),
    ]);
    const table = await screen.findByRole('table', { name: 'Load by person' });
    const row = within(table).getByRole('row', { name: /Aiko/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['100', '21', '0', '53 while asleep']);
    expect(
      screen.getByText('Aiko has 2.1 times the nights of the median.'),
    ).toBeInTheDocument();
    expect(
      within(table).getByRole('columnheader', { name: /Hours/ }),
    ).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(screen.getByRole('button', { name: 'Nights' }));
    expect(
      within(table).getByRole('columnheader', { name: /Nights/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('goes to another period, and saves its shifts as a file', async () => {
    const { getOnCallLoad, exportOnCallShifts } = show([]);
    expect(
      await screen.findByText('Nobody is on call in this period.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Load: November 2026' }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous period' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Load: October 2026' }),
    ).toBeInTheDocument();
    expect(getOnCallLoad).toHaveBeenCalledTimes(2);
    await userEvent.click(
      screen.getByRole('button', { name: 'Download shifts (CSV)' }),
    );
    expect(await screen.findByText('The file was saved.')).toBeInTheDocument();
    expect(exportOnCallShifts).toHaveBeenCalledWith({ query: asked });
    expect(saveFile).toHaveBeenCalledWith(
      expect.stringMatching(/^on-call-2026-.*\.csv$/),
      ...['schedule\r\n', 'text/csv'],
    );
  });

  it('asks for one schedule when the address names it', async () => {
    const { getOnCallLoad } = show([], `${november}&schedule=till`);
    expect(
      await screen.findByText('Nobody is on call in this period.'),
    ).toBeInTheDocument();
    expect(getOnCallLoad).toHaveBeenCalledWith(
      { query: { ...asked, schedule: 'till' } },
      expect.anything(),
    );
  });
});
