import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IncidentsApi,
  RoutingRule,
} from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aRule } from './testing/aRule';

/** A backend that keeps the order it is told. */
function show(services: string[]) {
  let items = services.map(aRule);
  const orderRoutingRules = jest.fn(
    async (input?: { body?: { ids: string[] } }) => {
      const byId = new Map(items.map(rule => [rule.id, rule]));
      items = input!.body!.ids.map(id => byId.get(id) as RoutingRule);
      return { items };
    },
  );
  const api: Partial<IncidentsApi> = {
    listRoutingRules: async () => ({ items }),
    orderRoutingRules,
    removeRoutingRule: jest.fn(async input => {
      items = items.filter(({ id }) => id !== input?.params?.id);
      return { items };
    }),
    createRoutingRule: jest.fn(async () => aRule('new')),
  };
  renderPage('/alerts/rules', api);
  return api;
}

const order = () =>
  screen
    .getAllByRole('listitem')
    .map(item => /service is (\w)/.exec(item.textContent ?? '')?.[1]);

describe('the routing rules', () => {
  it('stand in the order in which they are asked', async () => {
    show(['a', 'b', 'c']);
    await screen.findByText('When service is a');
    expect(order()).toEqual(['a', 'b', 'c']);
    expect(
      screen.getByRole('button', { name: 'Ask earlier: service is a' }),
    ).toBeDisabled();
  });

  it('are moved by the keyboard, which stays with the rule', async () => {
    const { orderRoutingRules } = show(['a', 'b', 'c']);
    const up = await screen.findByRole('button', {
      name: 'Ask earlier: service is c',
    });
    act(() => up.focus());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(order()).toEqual(['a', 'c', 'b']));
    expect(orderRoutingRules).toHaveBeenCalledWith({
      body: { ids: ['a', 'c', 'b'] },
    });
    await waitFor(() => expect(up).toHaveFocus());
    expect(screen.getByText('Asked as number 2 of 3 now.')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(order()).toEqual(['c', 'a', 'b']));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Ask later: service is c' }),
      ).toHaveFocus(),
    );
  });

  it('are removed after a question', async () => {
    const { removeRoutingRule } = show(['a', 'b']);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove: service is a' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(removeRoutingRule).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove' }),
    );
    await waitFor(() => expect(order()).toEqual(['b']));
  });

  it('are written before an alert needs them', async () => {
    const { createRoutingRule } = show([]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'New rule' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Value' }),
      'importer',
    );
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: /it belongs to/ }),
      'check',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /checkout/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Add the rule' }),
    );
    await waitFor(() =>
      expect(createRoutingRule).toHaveBeenCalledWith({
        body: {
          matchers: [{ label: 'service', op: 'equals', value: 'importer' }],
          entityRef: 'component:default/checkout',
        },
      }),
    );
  });
});
