import { screen } from '@testing-library/react';
import { incidentDeclarePermission } from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { renderPage } from '../shell/__testUtils__/renderPage';

// Answers about permissions are kept for all tests of a file: one reader has one file.
describe('who may declare nothing', () => {
  it('acknowledges an alert that may be an incident, and is not offered more', async () => {
    const suggested = anAlert({
      title: 'checkout slow',
      incidentKey: undefined,
      triage: { outcome: 'suggested', reason: 'a person decides' },
    });
    renderPage(
      '/alerts',
      { listAlerts: async () => ({ items: [suggested], totalItems: 1 }) },
      { denied: [incidentDeclarePermission] },
    );
    await screen.findByRole('button', { name: 'Acknowledge checkout slow' });
    expect(
      screen.queryByRole('button', { name: 'Declare checkout slow' }),
    ).not.toBeInTheDocument();
  });
});
