import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IncidentDetail,
  IncidentsApi,
  TimelineEntry,
} from 'backstage-plugin-incidents-common';
import {
  anAlert,
  anIncident,
  testNow,
} from 'backstage-plugin-incidents-common/testing';
import { aRunbook } from '../service/testing/aSummary';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aDetail } from './testing/aDetail';

const entry = (about: Partial<TimelineEntry>): TimelineEntry => ({
  id: about.id ?? 'e1',
  at: testNow,
  kind: 'note.added',
  actor: { type: 'user', ref: 'user:default/ada' },
  text: 'rolled back',
  details: {},
  ...about,
});

function show(
  about: Partial<IncidentDetail> = {},
  others: Partial<IncidentsApi> = {},
) {
  const incident = aDetail({ key: 'INC-12', title: 'checkout 5xx', ...about });
  return renderPage('/INC-12', {
    getIncident: async () => incident,
    getTimeline: async () => ({ items: [], totalItems: 0 }),
    listAlerts: async () => ({ items: [], totalItems: 0 }),
    ...others,
  });
}

const panel = (name: string | RegExp) => screen.findByRole('region', { name });

describe('the incident page', () => {
  it('answers a late joiner on the first screen', async () => {
    show({ description: 'Nobody can pay.', openAlerts: 2, alerts: 3 });
    const state = await panel('State in short');
    expect(state).toHaveTextContent('Nobody can pay.');
    expect(state).toHaveTextContent('What SEV2 means.');
    expect(state).toHaveTextContent('2 of 3 firing');
    expect(state).toHaveTextContent('A monitor · prometheus');
    expect(screen.getByText('Nobody has taken it yet')).toBeInTheDocument();
    expect(await panel('On call')).toHaveTextContent('Ada');
  });

  it('leads to the incident that it follows', async () => {
    show({ follows: 'INC-7' });
    expect(
      await screen.findByRole('link', { name: 'follows INC-7' }),
    ).toHaveAttribute('href', '/incidents/INC-7');
  });

  it('says what it is probably because of, and that nobody is paged meanwhile', async () => {
    const gateway = 'component:default/gateway';
    const cause = anIncident({ key: 'INC-3', entityRefs: [gateway] });
    show({
      likelyBecauseOf: ['INC-2', 'INC-3'],
      pagesHeld: { because: ['INC-2', 'INC-3'] },
      likelyCauses: [cause],
    });
    const [seen, hidden, held] = within(
      await screen.findByRole('list', { name: 'Probable cause' }),
    ).getAllByRole('listitem');
    expect(seen).toHaveTextContent('Probably because of INC-3 on gateway');
    expect(within(seen).getByRole('link', { name: 'INC-3' })).toHaveAttribute(
      'href',
      '/incidents/INC-3',
    );
    expect(hidden).toHaveTextContent('INC-2, which you may not see');
    expect(within(hidden).queryByRole('link')).not.toBeInTheDocument();
    expect(held).toHaveTextContent('Nobody is paged for it meanwhile');
  });

  it('lists what it probably causes, and says nothing when there is nothing', async () => {
    const effect = anIncident({ key: 'INC-9', title: 'mail is late' });
    show({ likelyEffects: [effect] });
    const effects = await panel('Probably causes');
    expect(effects).toHaveTextContent('mail is late');
    expect(
      within(effects).getByRole('link', { name: 'INC-9' }),
    ).toHaveAttribute('href', '/incidents/INC-9');
    expect(
      screen.queryByRole('list', { name: 'Probable cause' }),
    ).not.toBeInTheDocument();
  });

  it('offers what the lifecycle allows, in its order', async () => {
    show({ status: 'mitigated', actions: ['resolve', 'reopen'] });
    await panel('State in short');
    const buttons = screen.getAllByRole('button').map(b => b.textContent);
    expect(buttons.filter(b => /Resolve|Reopen|Investigate/.test(b!))).toEqual([
      'Resolve',
      'Reopen',
    ]);
  });

  it('moves the incident with a note and the version that was seen', async () => {
    const actOnIncident = jest.fn(async () => aDetail());
    show({ version: 7 }, { actOnIncident });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Investigate' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'looking');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(actOnIncident).toHaveBeenCalledWith({
        params: { key: 'INC-12' },
        body: { action: 'investigate', version: 7, note: 'looking' },
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says in words that somebody else was faster, and keeps the note', async () => {
    const conflict = Object.assign(new Error('INC-12 is resolved'), {
      statusCode: 409,
    });
    show({}, { actOnIncident: () => Promise.reject(conflict) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resolve' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'fixed');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Resolve' }),
    );
    const refusal = await within(dialog).findByRole('alert');
    expect(refusal).toHaveTextContent('Somebody else was faster');
    expect(refusal).toHaveTextContent('INC-12 is resolved');
    expect(within(dialog).getByRole('textbox')).toHaveValue('fixed');
  });

  it('warns before it is called over while alerts fire', async () => {
    show({ openAlerts: 1, alerts: 1 });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resolve' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'One alert still fires.',
    );
  });

  it('changes the severity with the definitions in view', async () => {
    const setSeverity = jest.fn(async () => aDetail());
    show({}, { setSeverity });
    await userEvent.click(
      await screen.findByRole('button', { name: /Change severity/ }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('What SEV1 means.');
    await userEvent.click(within(dialog).getByRole('radio', { name: /SEV1/ }));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set SEV1' }),
    );
    await waitFor(() =>
      expect(setSeverity).toHaveBeenCalledWith({
        params: { key: 'INC-12' },
        body: { severity: 'SEV1' },
      }),
    );
  });

  it('reads the runbook in place', async () => {
    const markdown = '# Checkout answers 5xx\n\n- [ ] look at the graph';
    show({}, { getRunbook: async () => ({ ...aRunbook(), markdown }) });
    const runbook = await panel('Runbook');
    expect(
      within(runbook).getByRole('link', { name: 'Checkout answers 5xx' }),
    ).toHaveAttribute(
      'href',
      '/incidents/runbooks/component/default/checkout/r1',
    );
    await userEvent.click(
      within(runbook).getByRole('button', { name: 'Read it here' }),
    );
    expect(
      await within(runbook).findByRole('checkbox', {
        name: 'look at the graph',
      }),
    ).not.toBeChecked();
  });

  it('names a missing runbook and offers a template', async () => {
    show({ runbooks: { status: 'ok', value: { items: [], problems: [] } } });
    expect(await panel('Runbook')).toHaveTextContent('No runbook');
  });

  it('says why each alert is here', async () => {
    show(
      {},
      { listAlerts: async () => ({ items: [anAlert()], totalItems: 1 }) },
    );
    const alerts = await panel(/^Alerts/);
    await within(alerts).findByText('HighErrorRate');
    expect(alerts).toHaveTextContent('label service=checkout names');
    expect(alerts).toHaveTextContent('no incident was open');
  });
});

describe('the timeline', () => {
  const items = [
    entry({ id: 'e2' }),
    entry({
      id: 'e1',
      kind: 'incident.moved',
      text: 'declared → investigating',
      details: { from: 'declared', to: 'investigating' },
    }),
  ];

  it('tells what happened and narrows to a kind', async () => {
    show({}, { getTimeline: async () => ({ items, totalItems: 2 }) });
    const timeline = await panel(/^Timeline/);
    expect(
      await within(timeline).findByText('Declared → Investigating'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(timeline).getByRole('radio', { name: 'Notes' }),
    );
    expect(within(timeline).getByText('rolled back')).toBeInTheDocument();
    expect(
      within(timeline).queryByText('Declared → Investigating'),
    ).not.toBeInTheDocument();
  });

  it('takes a note by n and Ctrl+Enter', async () => {
    const addNote = jest.fn(async () => entry({}));
    show({}, { addNote });
    await panel(/^Timeline/);
    await userEvent.keyboard('n');
    await userEvent.keyboard('cache is cold{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(addNote).toHaveBeenCalledWith({
        params: { key: 'INC-12' },
        body: { text: 'cache is cold' },
      }),
    );
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue(''),
    );
  });

  it('keeps a note that did not arrive', async () => {
    show({}, { addNote: () => Promise.reject(new TypeError('fetch failed')) });
    await panel(/^Timeline/);
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'x');
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal does not answer',
    );
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('x');
  });
});
