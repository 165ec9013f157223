import { screen } from '@testing-library/react';
import type { AccessFinding } from 'backstage-plugin-incidents-common';
import { IncidentsTab } from './IncidentsTab';
import { anOnCallAnswer, aPerson, aSummary } from './testing/aSummary';
import { renderOnEntity } from './__testUtils__/renderOnEntity';

const finding: AccessFinding = {
  ...{ person: aPerson({ displayName: 'Bo' }), tool: 'Vault' },
  ...{ state: 'missing', level: 'Primary', entityRefs: [] },
  ...{ shiftFrom: '2026-11-20T08:00:00.000Z', hasBegun: false },
};

function show(provider: string, items: AccessFinding[]) {
  const listAccessFindings = jest.fn(async () => ({
    ...{ schedule: 'checkout', tools: ['Vault'], items },
  }));
  const value = anOnCallAnswer({ provider });
  renderOnEntity(
    <IncidentsTab />,
    async () => aSummary({ onCall: { status: 'ok', value } }),
    { listAccessFindings },
  );
  return listAccessFindings;
}

const stateOf = () =>
  screen.findByRole('region', { name: 'State of this service' });

describe('the tab of a service', () => {
  it('names who is on call for it soon and has not confirmed their access', async () => {
    const asked = show('native', [finding]);
    expect(await screen.findByText('Bo: Vault')).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: /^Access not confirmed/ }),
    ).toHaveTextContent('Primary, from');
    expect(asked).toHaveBeenCalledWith(
      { query: { entityRef: 'component:default/checkout' } },
      expect.anything(),
    );
  });

  it('does not ask where no schedule of the portal answers', async () => {
    const asked = show('owner-group', [finding]);
    await stateOf();
    expect(asked).not.toHaveBeenCalled();
  });
});
