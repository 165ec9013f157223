import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReplayReply } from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aLetter } from './testing/aLetter';

function show(reply: ReplayReply = { replayed: 1, failed: [] }) {
  const listDeadLetters = jest.fn(async () => ({
    items: [aLetter('one'), aLetter('two')],
    totalItems: 2,
  }));
  const replayDeadLetters = jest.fn(async () => reply);
  const api = { listDeadLetters, replayDeadLetters };
  renderPage('/alerts/dead-letters', api);
  return api;
}

describe('the dead letters', () => {
  it('show why, and what came, where the keyboard can scroll it', async () => {
    show();
    expect(
      await screen.findByText('Letter one has no alerts'),
    ).toBeInTheDocument();
    const [body] = screen.getAllByRole('group', {
      name: 'Body of the delivery',
    });
    expect(body).toHaveTextContent('{"id":"one"}');
    expect(body).toHaveAttribute('tabindex', '0');
  });

  it('are read again one by one, and say why when that fails', async () => {
    const { replayDeadLetters } = show({
      replayed: 0,
      failed: [{ id: 'one', reason: 'still no alerts' }],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Read again: .*Letter one/ }),
    );
    expect(
      await screen.findByText('Still not understood: still no alerts'),
    ).toBeInTheDocument();
    expect(replayDeadLetters).toHaveBeenCalledWith({ body: { ids: ['one'] } });
  });

  it('are read again all of an integration, and say that more wait', async () => {
    const { replayDeadLetters } = show({
      replayed: 500,
      failed: [],
      more: true,
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Read all of prometheus again',
      }),
    );
    await waitFor(() =>
      expect(replayDeadLetters).toHaveBeenCalledWith({
        body: { integration: 'prometheus' },
      }),
    );
    expect(
      await screen.findByText('500 deliveries were understood and are gone.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^More of this integration/)).toBeInTheDocument();
  });
});
