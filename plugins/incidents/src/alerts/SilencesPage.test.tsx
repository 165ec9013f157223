import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Silence } from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aSilence } from './testing/aSilence';

function show(items: Silence[]) {
  const listSilences = jest.fn(async () => ({
    items,
    totalItems: items.length,
  }));
  const endSilence = jest.fn(async () => aSilence({ status: 'ended' }));
  renderPage('/alerts/silences', { listSilences, endSilence });
  return { listSilences, endSilence };
}

describe('the silences', () => {
  it('say what, why, who and how much, the active ones first', async () => {
    const { listSilences } = show([aSilence()]);
    const words = await screen.findByText('service is checkout');
    const row = words.closest('li');
    expect(row).toHaveTextContent('The index is rebuilt');
    expect(row).toHaveTextContent('aiko');
    expect(row).toHaveTextContent('3 alerts held back');
    expect(listSilences).toHaveBeenCalledWith(
      { query: { status: ['active'], limit: 50 } },
      expect.anything(),
    );
  });

  it('are ended by a button', async () => {
    const { endSilence } = show([aSilence()]);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'End now: service is checkout',
      }),
    );
    await waitFor(() =>
      expect(endSilence).toHaveBeenCalledWith({
        params: { id: 's1' },
        body: {},
      }),
    );
  });

  it('say that nothing is held back', async () => {
    show([]);
    expect(
      await screen.findByText('No silence holds anything back.'),
    ).toBeInTheDocument();
  });
});
