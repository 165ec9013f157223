import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  incidentUpdatePermission,
  onCallReadPermission,
  pageAcknowledgePermission,
  pageCreatePermission,
  type IncidentsApi,
  type OnCallPage,
  type PageNotice,
} from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aDetail } from './testing/aDetail';

const notice = (about: Partial<PageNotice> = {}): PageNotice => ({
  ...{ id: 'n1', round: 1, step: 1, target: 'level 1 (Primary)' },
  person: { ref: 'user:default/ada', displayName: 'Ada' },
  ...{ notifier: 'portal', state: 'sent', attempts: 1, at: testNow },
  ...about,
});
const page = (about: Partial<OnCallPage> = {}): OnCallPage => ({
  ...{ id: 'p1', incidentKey: 'INC-12', status: 'waiting' },
  ...{ policy: 'standard', because: 'it is the first that matches' },
  ...{ round: 1, rounds: 3, step: 1, steps: 3 },
  ...{ startedAt: testNow, dueAt: testNow, notices: [notice()] },
  ...about,
});

async function show(
  items: OnCallPage[],
  others: Partial<IncidentsApi> = {},
  denied: { name: string }[] = [],
) {
  // What may be done is remembered for a while, by incident.
  const key = `INC-1${2 + denied.length}`;
  const people = denied.includes(onCallReadPermission) ? 'hidden' : 'shown';
  renderPage(
    `/${key}`,
    {
      getIncident: async () => aDetail({ key }),
      getTimeline: async () => ({ items: [], totalItems: 0 }),
      listAlerts: async () => ({ items: [], totalItems: 0 }),
      listPages: async () => ({ items, people }),
      ...others,
    },
    { denied },
  );
  const panel = await screen.findByRole('region', { name: 'Paged' });
  await within(panel).findAllByText(/./);
  return panel;
}
const press = async (panel: HTMLElement, name: string) =>
  userEvent.click(await within(panel).findByRole('button', { name }));

describe('the panel of who was paged', () => {
  it('says who was told, why them, how, and that nobody has answered', async () => {
    const panel = await show([
      page({
        notices: [
          notice({ state: 'unanswered' }),
          notice({
            id: 'n2',
            notifier: 'mail',
            state: 'failed',
            reason: 'no line',
          }),
        ],
      }),
    ]);
    expect(await within(panel).findByText('Ada')).toBeInTheDocument();
    expect(panel).toHaveTextContent('Nobody has answered yet');
    expect(panel).toHaveTextContent('Policy standard · round 1 of 3');
    expect(panel).toHaveTextContent('did not answer');
    expect(panel).toHaveTextContent(
      'level 1 (Primary) · by portal notification, mail',
    );
    expect(panel).toHaveTextContent('mail: no line');
  });

  it('takes “I am on it” with one press', async () => {
    const acknowledgePage = jest.fn(async () => page());
    const panel = await show([page()], { acknowledgePage });
    await press(panel, 'I am on it');
    await waitFor(() =>
      expect(acknowledgePage).toHaveBeenCalledWith({
        ...{ params: { key: 'INC-12' }, body: {} },
      }),
    );
  });

  it('takes “not me” with one press', async () => {
    const handOnPage = jest.fn(async () => page());
    const panel = await show([page()], { handOnPage });
    await press(panel, 'Not me, next');
    await waitFor(() => expect(handOnPage).toHaveBeenCalledTimes(1));
  });

  it('pages a level of who is on call in two presses', async () => {
    const pageSomebody = jest.fn(async () => page());
    const panel = await show([page()], { pageSomebody });
    await press(panel, 'Page someone else');
    await press(await screen.findByRole('dialog'), 'Page level 1: Payments');
    await waitFor(() =>
      expect(pageSomebody).toHaveBeenCalledWith({
        ...{ params: { key: 'INC-12' }, body: { level: 1 } },
      }),
    );
  });

  it('says who is on it, and shows earlier pages below', async () => {
    const ada = { type: 'user', ref: 'user:default/ada' } as const;
    const panel = await show([
      page({ status: 'acknowledged', acknowledgedBy: ada }),
      page({ id: 'p0', status: 'ended', dueAt: undefined }),
    ]);
    expect(await within(panel).findByText(/is on it/)).toBeInTheDocument();
    expect(panel).toHaveTextContent('Paged before that');
    expect(
      within(panel).queryByRole('button', { name: 'I am on it' }),
    ).not.toBeInTheDocument();
  });

  it('says that nobody answers, and still takes an answer', async () => {
    const panel = await show([page({ status: 'exhausted', dueAt: undefined })]);
    expect(
      await within(panel).findByText(/Nobody answers/),
    ).toBeInTheDocument();
    const names = within(panel)
      .getAllByRole('button')
      .map(button => button.textContent);
    expect(names).toEqual(['I am on it', 'Page someone else']);
  });

  it('names nobody to who may not see it, and offers them what they may', async () => {
    const panel = await show(
      [page({ notices: [notice({ person: undefined })] })],
      {},
      [onCallReadPermission, pageAcknowledgePermission],
    );
    expect(await within(panel).findByText('Somebody on call')).toBeVisible();
    expect(panel).toHaveTextContent('You may not see who was paged.');
    await waitFor(() =>
      expect(
        within(panel)
          .getAllByRole('button')
          .map(button => button.textContent),
      ).toEqual(['Page someone else']),
    );
  });

  it('offers nothing to who may do nothing', async () => {
    const panel = await show([], {}, [
      pageAcknowledgePermission,
      pageCreatePermission,
      incidentUpdatePermission,
    ]);
    expect(
      await within(panel).findByText('Nobody has been paged.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(within(panel).queryByRole('button')).not.toBeInTheDocument(),
    );
  });
});
