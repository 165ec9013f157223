import { screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import incidents from './index';

describe('the plugin', () => {
  it('brings its pages, its API and what other pages show of it', () => {
    const names = [
      'page:incidents',
      'api:incidents',
      'entity-content:incidents',
      'entity-card:incidents',
      'home-page-widget:incidents/active',
    ];
    for (const name of names) {
      expect(incidents.getExtension(name as never)).toBeTruthy();
    }
  });

  it('stands at /incidents of a portal that installs it', async () => {
    renderTestApp({
      features: [incidents],
      initialRouteEntries: ['/incidents'],
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Incidents' }),
    ).toBeInTheDocument();
  });
});
