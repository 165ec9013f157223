import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Overview } from 'backstage-plugin-incidents-common';
import { anIncident, testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { anOverview } from './testing/anOverview';

const panel = (name: string | RegExp) => screen.findByRole('region', { name });

function show(about: Partial<Overview> = {}) {
  return renderPage('', { getOverview: async () => anOverview(about) });
}

describe('the overview', () => {
  it('shows what burns, with the way to it', async () => {
    show({
      open: [anIncident({ key: 'INC-12', title: 'checkout 5xx' })],
      openTotal: 1,
    });
    const board = await panel(/Open now/);
    const link = within(board).getByRole('link', { name: 'checkout 5xx' });
    expect(link).toHaveAttribute('href', '/incidents/INC-12');
    expect(board).toHaveTextContent('SEV2');
    expect(board).toHaveTextContent('Nobody has taken it');
  });

  it('says so when nothing is open', async () => {
    show();
    expect(await panel(/Open now/)).toHaveTextContent('Nothing is open.');
    expect(screen.getByText('144')).toBeInTheDocument();
  });

  it('teaches the first alert to a portal that has seen none', async () => {
    show({ alertsIn90Days: 0, incidentsIn90Days: 0 });
    expect(await panel(/Open now/)).toHaveTextContent('/webhooks/prometheus');
  });

  it('shows where work is done now, and nothing while there is none', async () => {
    show({
      maintenance: {
        status: 'ok',
        value: [
          {
            ...{ id: 'w1', title: 'Index rebuild' },
            entityRefs: ['component:default/checkout'],
            createdBy: { type: 'user', ref: 'user:default/ada' },
            startsAt: testNow,
            endsAt: '2026-11-20T05:00:00.000Z',
          },
        ],
      },
    });
    const works = await panel('In maintenance now');
    expect(
      within(works).getByRole('link', { name: 'Index rebuild' }),
    ).toHaveAttribute('href', '/incidents/alerts/maintenance');
    expect(works).toHaveTextContent('checkout');
  });

  it('says nothing of maintenance while there is none', async () => {
    show();
    await panel('Needs a person');
    expect(
      screen.queryByRole('region', { name: 'In maintenance now' }),
    ).not.toBeInTheDocument();
  });

  it('lists what waits for a person and leads there', async () => {
    show({
      needs: [
        {
          kind: 'to-resolve',
          count: 1,
          since: testNow,
          incidentKeys: ['INC-7'],
        },
      ],
    });
    const needs = await panel('Needs a person');
    expect(needs).toHaveTextContent('1mitigated incident to resolve');
    expect(within(needs).getByRole('link')).toHaveAttribute(
      'href',
      '/incidents/INC-7',
    );
  });

  it.each([
    ['suggested-incidents', '/incidents/alerts?show=unrouted'],
    ['unrouted-alerts', '/incidents/alerts?show=unrouted'],
    ['dead-letters', '/incidents/alerts/dead-letters'],
    ['maintenance-ending', '/incidents/alerts/maintenance'],
  ] as const)('leads from %s to where one can act', async (kind, href) => {
    show({ needs: [{ kind, count: 1, since: testNow, incidentKeys: [] }] });
    expect(await screen.findByRole('link', { name: 'Show' })).toHaveAttribute(
      'href',
      href,
    );
  });

  it('names who is on call, and a gap', async () => {
    const answer = {
      provider: 'p',
      providerTitle: 'P',
      subject: 's',
      at: testNow,
      because: 'b',
      levels: [{ level: 1, name: 'first', people: [], gap: 'until 09:00' }],
    };
    const entityRef = 'group:default/payments';
    show({ onCall: { status: 'ok', value: [{ entityRef, answer }] } });
    expect(await panel('On call now')).toHaveTextContent(
      'Nobody is on call until 09:00',
    );
  });

  it('says which part is not known instead of looking quiet', async () => {
    show({ heat: { status: 'failed', reason: 'The catalog did not answer' } });
    expect(await panel('90 days by system')).toHaveTextContent(
      'Not known at the moment The catalog did not answer',
    );
  });

  it('lets the keyboard walk the days and open one', async () => {
    const listIncidents = jest.fn(async () => ({ items: [], totalItems: 0 }));
    renderPage('', { getOverview: async () => anOverview(), listIncidents });
    const cells = await screen.findAllByRole('gridcell', { name: /Payments/ });
    const today = cells[cells.length - 1];
    expect(cells.filter(cell => cell.tabIndex === 0)).toEqual([today]);
    act(() => today.focus());
    expect(
      await screen.findByText(/Payments, Nov 20: 2 incidents · worst SEV1/),
    ).toBeInTheDocument();
    await userEvent.keyboard('{ArrowLeft}');
    expect(cells[cells.length - 2]).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(await screen.findByText('No incident matches.')).toBeInTheDocument();
    expect(listIncidents).toHaveBeenCalledWith(
      {
        query: {
          entityRef: ['system:default/payments'],
          from: '2026-11-20T00:00:00.000Z',
          to: '2026-11-21T00:00:00.000Z',
          sort: 'openFirst',
          limit: 50,
        },
      },
      expect.anything(),
    );
  });

  it('says what failed and tries again', async () => {
    const getOverview = jest
      .fn()
      .mockRejectedValueOnce(
        Object.assign(new Error('no'), { statusCode: 403 }),
      )
      .mockResolvedValue(anOverview());
    renderPage('', { getOverview });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not do this',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await panel(/Open now/)).toBeInTheDocument();
  });
});
