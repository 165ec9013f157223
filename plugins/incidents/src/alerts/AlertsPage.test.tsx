import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type Alert,
  type AlertQuery,
  type IncidentsApi,
  type TimelineEntry,
} from 'backstage-plugin-incidents-common';
import { anAlert, testNow } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { strayAlert } from './testing/strayAlert';

const burning = anAlert({ id: 'burning', title: 'checkout 5xx' });

type Asked = { query?: Partial<AlertQuery> };

/** A backend with these alerts, which filters by outcome as the real one does. */
function withAlerts(alerts: Alert[], about: Partial<IncidentsApi> = {}) {
  const listAlerts = jest.fn(async (asked?: unknown) => {
    const { query } = asked as Asked;
    const items = alerts.filter(
      ({ triage }) => !query?.outcome || query.outcome.includes(triage.outcome),
    );
    return {
      items: query?.limit === 1 ? items.slice(0, 1) : items,
      totalItems: items.length,
    };
  });
  const api: Partial<IncidentsApi> = {
    listAlerts: listAlerts as unknown as IncidentsApi['listAlerts'],
    getAlert: async () => ({
      ...strayAlert,
      candidates: [
        {
          entityRef: 'component:default/checkout',
          reason: 'Its name is in the title.',
        },
      ],
    }),
    ...about,
  };
  return { api, listAlerts };
}

const row = async (title: string) => {
  const button = await screen.findByRole('button', { name: title });
  return button.closest('li')!;
};

const openMenu = async (title: string, item: string) => {
  await userEvent.click(
    within(await row(title)).getByRole('button', { name: `More for ${title}` }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
  return screen.findByRole('dialog');
};

describe('the stream of alerts', () => {
  it('begins with what needs a person, and says why nobody has it', async () => {
    const { api } = withAlerts([strayAlert, burning]);
    renderPage('/alerts', api);
    const item = await row('Disk full');
    expect(item).toHaveTextContent('Nobody’s');
    expect(item).toHaveTextContent('No label names an entity.');
    expect(screen.queryByText('checkout 5xx')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Needs a person 1' }),
    ).toHaveAttribute('aria-current', 'page');
  });

  it('shows what is in incidents when nobody has to act', async () => {
    const { api } = withAlerts([burning]);
    renderPage('/alerts', api);
    const item = await row('checkout 5xx');
    expect(within(item).getByRole('link', { name: 'INC-1' })).toHaveAttribute(
      'href',
      '/incidents/INC-1',
    );
    expect(item).toHaveTextContent('no incident was open');
  });

  it('asks what the address says', async () => {
    const { api, listAlerts } = withAlerts([]);
    renderPage(
      '/alerts?show=silenced&status=any&severity=SEV1&q=disk&cursor=c1',
      api,
    );
    await screen.findByText('No alert of this group matches.');
    expect(listAlerts).toHaveBeenCalledWith(
      {
        query: {
          outcome: ['silenced', 'maintenance'],
          q: 'disk',
          severity: ['SEV1'],
          sort: '-startedAt',
          limit: 50,
          cursor: 'c1',
        },
      },
      expect.anything(),
    );
  });

  it('changes the group by a link that keeps the filters', async () => {
    const { api } = withAlerts([burning]);
    renderPage('/alerts?q=x', api);
    await row('checkout 5xx');
    await userEvent.click(screen.getByRole('link', { name: 'Held back 0' }));
    expect(
      await screen.findByText('No alert of this group matches.'),
    ).toBeInTheDocument();
  });

  it('says of an alert that flaps what it did, and what was held back', async () => {
    const flapping = {
      ...{ since: testNow, changes: 12, calmAt: testNow, quietSince: testNow },
    };
    const entry: TimelineEntry = {
      ...{ id: 'e1', at: testNow, kind: 'alert.held', text: '' },
      actor: { type: 'integration', ref: 'prometheus' },
      details: { title: 'checkout 5xx', became: 'resolved', changes: 12 },
    };
    const { api, listAlerts } = withAlerts([{ ...burning, flapping }], {
      getAlertTimeline: async () => ({ items: [entry], totalItems: 41 }),
    });
    renderPage('/alerts?flapping=only', api);
    const item = await row('checkout 5xx');
    expect(within(item).getByText('Flapping')).toBeInTheDocument();
    expect(item).toHaveTextContent(
      /12 changes since .*Its monitor resolved it/,
    );
    expect(listAlerts).toHaveBeenCalledWith(
      { query: expect.objectContaining({ flapping: true }) },
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'checkout 5xx' }));
    expect(
      await within(item).findByText(
        'Held back: checkout 5xx resolved, 12 changes so far',
      ),
    ).toBeInTheDocument();
    expect(item).toHaveTextContent('and 40 older entries');
  });

  it('opens a row for what else is known', async () => {
    const { api } = withAlerts([strayAlert]);
    renderPage('/alerts', api);
    await userEvent.keyboard('j');
    const title = await screen.findByRole('button', { name: 'Disk full' });
    await userEvent.click(title);
    expect(title).toHaveAttribute('aria-expanded', 'true');
    const item = await row('Disk full');
    expect(item).toHaveTextContent('The volume of the importer is full.');
    expect(item).toHaveTextContent('service=importer');
    expect(
      screen.getByRole('link', { name: /^What the monitor sent/ }),
    ).toHaveAttribute('href', '/incidents/alerts/deliveries?alert=stray');
  });

  it('says what an empty group means', async () => {
    const { api } = withAlerts([]);
    renderPage('/alerts?show=unrouted', api);
    expect(
      await screen.findByText('No alert waits for a person.'),
    ).toBeInTheDocument();
  });
});

describe('an alert of nobody', () => {
  async function ask() {
    const actOnAlert = jest.fn(async () => ({
      ...strayAlert,
      entityRef: 'component:default/checkout',
      incidentKey: 'INC-7',
    }));
    const { api } = withAlerts([strayAlert], { actOnAlert });
    renderPage('/alerts', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Whose is it? Disk full' }),
    );
    const dialog = await screen.findByRole('dialog');
    return { actOnAlert, dialog };
  }

  it('is given to the likeliest entity with one press', async () => {
    const { actOnAlert, dialog } = await ask();
    expect(
      await within(dialog).findByText('Its name is in the title.'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'It is checkout' }),
    );
    await waitFor(() =>
      expect(screen.getByText(/belongs to checkout now/)).toBeInTheDocument(),
    );
    expect(actOnAlert).toHaveBeenCalledWith({
      params: { id: 'stray' },
      body: { action: 'bind', entityRef: 'component:default/checkout' },
    });
    expect(screen.getByRole('link', { name: 'Open INC-7' })).toHaveAttribute(
      'href',
      '/incidents/INC-7',
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('makes a rule of what later ones will have too', async () => {
    const { actOnAlert, dialog } = await ask();
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: /alerts like this/ }),
    );
    const condition = within(dialog).getByRole('group', {
      name: 'Condition 1',
    });
    expect(
      within(condition).getByRole('textbox', { name: 'Label' }),
    ).toHaveValue('service');
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'It is checkout' }),
    );
    await waitFor(() =>
      expect(actOnAlert).toHaveBeenCalledWith({
        params: { id: 'stray' },
        body: {
          action: 'bind',
          entityRef: 'component:default/checkout',
          rule: [{ label: 'service', op: 'equals', value: 'importer' }],
        },
      }),
    );
  });

  it('is given to any other entity by its name', async () => {
    const { actOnAlert, dialog } = await ask();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Give it to this entity' }),
    );
    expect(dialog).toHaveTextContent('Choose an entity first.');
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: /Another entity/ }),
      'mail',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /mailer/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Give it to this entity' }),
    );
    await waitFor(() =>
      expect(actOnAlert).toHaveBeenCalledWith({
        params: { id: 'stray' },
        body: { action: 'bind', entityRef: 'component:default/mailer' },
      }),
    );
  });
});

describe('an alert that may be an incident', () => {
  const suggested = anAlert({
    id: 'maybe',
    title: 'checkout slow',
    incidentKey: undefined,
    triage: { outcome: 'suggested', reason: 'a person decides' },
  });

  it('needs a person, and is declared with one press', async () => {
    const actOnAlert = jest.fn(async () => ({
      ...suggested,
      incidentKey: 'INC-9',
    }));
    const { api } = withAlerts([suggested, burning], { actOnAlert });
    renderPage('/alerts', api);
    expect(await row('checkout slow')).toHaveTextContent('a person decides');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Declare checkout slow' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Open INC-9' }),
    ).toHaveAttribute('href', '/incidents/INC-9');
    expect(
      screen.getByText('checkout slow is an incident now.'),
    ).toBeInTheDocument();
    expect(actOnAlert).toHaveBeenCalledWith({
      params: { id: 'maybe' },
      body: { action: 'declare' },
    });
  });

  it('says why it was refused', async () => {
    const error = Object.assign(new Error('checkout slow is resolved'), {
      statusCode: 409,
    });
    const { api } = withAlerts([suggested], {
      actOnAlert: () => Promise.reject(error),
    });
    renderPage('/alerts', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Declare checkout slow' }),
    );
    expect(await screen.findByText(/is resolved/)).toBeInTheDocument();
  });
});

describe('an alert in an incident', () => {
  async function show(about: Partial<IncidentsApi>) {
    const { api } = withAlerts([burning], about);
    renderPage('/alerts', api);
    await row('checkout 5xx');
  }

  it('is acknowledged by its button and by the key', async () => {
    const actOnAlert = jest.fn(async () => burning);
    await show({ actOnAlert });
    await screen.findByRole('button', { name: /^Acknowledge checkout/ });
    await userEvent.keyboard('ja');
    expect(
      await screen.findByText('checkout 5xx is acknowledged.'),
    ).toBeInTheDocument();
    expect(actOnAlert).toHaveBeenCalledWith({
      params: { id: 'burning' },
      body: { action: 'acknowledge' },
    });
  });

  it('is silenced for some hours, with a reason', async () => {
    const createSilence = jest.fn(() =>
      Promise.reject(Object.assign(new Error('no'), { statusCode: 400 })),
    );
    await show({ createSilence });
    const dialog = await openMenu('checkout 5xx', 'Silence…');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Silence' }),
    );
    expect(dialog).toHaveTextContent('Say why');
    expect(createSilence).not.toHaveBeenCalled();
    const reason = within(dialog).getByRole('textbox', { name: /Why/ });
    await userEvent.type(reason, 'The index is rebuilt');
    await userEvent.click(
      within(dialog).getByRole('radio', { name: '4 hours' }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Silence' }),
    );
    await waitFor(() =>
      expect(createSilence).toHaveBeenCalledWith({
        body: {
          matchers: [
            { label: 'alertname', op: 'equals', value: 'HighErrorRate' },
            { label: 'service', op: 'equals', value: 'checkout' },
          ],
          reason: 'The index is rebuilt',
          endsAt: expect.stringMatching(/Z$/),
        },
      }),
    );
    expect(
      await within(dialog).findByText('This was not accepted'),
    ).toBeInTheDocument();
    expect(reason).toHaveValue('The index is rebuilt');
  });

  it('becomes an incident of its own', async () => {
    const actOnAlert = jest.fn(async () => ({
      ...burning,
      incidentKey: 'INC-8',
    }));
    await show({ actOnAlert });
    const dialog = await openMenu('checkout 5xx', 'Split into a new incident…');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Split it off' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Open INC-8' }),
    ).toBeInTheDocument();
    expect(actOnAlert).toHaveBeenCalledWith({
      params: { id: 'burning' },
      body: { action: 'split', title: 'checkout 5xx' },
    });
  });
});
