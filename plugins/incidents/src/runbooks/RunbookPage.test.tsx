import { screen, within } from '@testing-library/react';
import { aRunbook } from '../service/testing/aSummary';
import { renderPage } from '../shell/__testUtils__/renderPage';

const markdown = [
  '# Checkout answers 5xx',
  '',
  '## Check',
  '',
  '- [ ] the graph',
  '- [x] the deploys',
  '',
  '<script>alert(1)</script><img src="x" onerror="alert(2)">',
].join('\n');

describe('the runbook page', () => {
  it('shows the text, its steps as boxes, and what is known about it', async () => {
    const getRunbook = jest.fn(async () => ({
      ...aRunbook({ executableBy: 'anybody', rare: true }),
      markdown,
      sourceUrl: 'https://git.example/runbooks/checkout.md',
    }));
    renderPage('/runbooks/component/default/checkout/r1', { getRunbook });
    const text = await screen.findByRole('region', {
      name: 'Checkout answers 5xx',
    });
    expect(
      within(text).getByRole('heading', { level: 3, name: 'Check' }),
    ).toBeInTheDocument();
    expect(
      within(text).getByRole('checkbox', { name: 'the graph' }),
    ).toBeDisabled();
    expect(text).toHaveTextContent('Rarely needed');
    const facts = screen.getByRole('region', { name: 'About this runbook' });
    expect(facts).toHaveTextContent('anybody');
    expect(
      within(facts).getByRole('link', { name: /git\.example/ }),
    ).toHaveAttribute('href', 'https://git.example/runbooks/checkout.md');
    expect(getRunbook).toHaveBeenCalledWith(
      {
        params: {
          kind: 'component',
          namespace: 'default',
          name: 'checkout',
          id: 'r1',
        },
      },
      expect.anything(),
    );
  });

  it('runs nothing that the text brings along', async () => {
    renderPage('/runbooks/component/default/checkout/r1', {
      getRunbook: async () => ({ ...aRunbook(), markdown }),
    });
    const text = await screen.findByRole('region', {
      name: 'Checkout answers 5xx',
    });
    expect(text.innerHTML).not.toContain('onerror');
    expect(text.innerHTML).not.toContain('<script');
  });
});
