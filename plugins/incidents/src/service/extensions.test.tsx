import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityContextMenuItemBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { incidentsApiRef } from 'backstage-plugin-incidents-react';
import type { IncidentsApi } from 'backstage-plugin-incidents-common';
import { incidentsPlugin } from '../plugin';
import { declareItem, iconLink, maintenanceItem } from './extensions';
// Loaded here, so that a test does not wait for what a page loads lazily.
import './EntityCard';
import './IncidentsTab';
import '../maintenance/MaintenanceDialog';
import { aSummary } from './testing/aSummary';
import { renderOnEntity } from './__testUtils__/renderOnEntity';

const api: Partial<IncidentsApi> = {
  getEntitySummary: async () => aSummary(),
};

function showEntity(kind: string) {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'checkout' },
  };
  renderTestApp({
    features: [incidentsPlugin],
    extensions: [createTestEntityPage({ entity })],
    apis: [
      [incidentsApiRef, api as IncidentsApi],
      [permissionApiRef, mockApis.permission()],
    ],
  });
}

it.each(['Component', 'API', 'Resource', 'System', 'Domain', 'Group'])(
  'brings the tab and the card to a %s',
  async kind => {
    showEntity(kind);
    expect(
      await screen.findByRole('region', { name: 'State of this service' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'Incidents' }),
    ).toBeVisible();
  },
);

it.each(['User', 'Location', 'Template'])('leaves a %s alone', async kind => {
  showEntity(kind);
  expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
});

it('links to the tab from the About card', async () => {
  const useProps = createExtensionTester(iconLink).get(
    EntityIconLinkBlueprint.dataRefs.useProps,
  );
  function About() {
    const { href, label } = useProps();
    return <a href={href}>{label}</a>;
  }
  renderOnEntity(<About />, async () => aSummary());
  expect(
    await screen.findByRole('link', { name: 'Incidents' }),
  ).toHaveAttribute('href', '/catalog/default/component/checkout/incidents');
});

it('declares from the menu, with the entity filled in', async () => {
  const { useProps } = createExtensionTester(declareItem).get(
    EntityContextMenuItemBlueprint.dataRefs.data,
  );
  function Item() {
    const { title, onClick } = useProps();
    return (
      <button type="button" onClick={() => onClick?.()}>
        {title}
      </button>
    );
  }
  renderOnEntity(<Item />, async () => aSummary());
  await userEvent.click(
    await screen.findByRole('button', { name: 'Declare incident' }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByDisplayValue('checkout')).toBeVisible();
});

it('plans maintenance from the menu, with the entity filled in', async () => {
  const { useProps } = createExtensionTester(maintenanceItem).get(
    EntityContextMenuItemBlueprint.dataRefs.data,
  );
  function Item() {
    const { title, onClick } = useProps();
    return (
      <button type="button" onClick={() => onClick?.()}>
        {title}
      </button>
    );
  }
  renderOnEntity(<Item />, async () => aSummary());
  await userEvent.click(
    await screen.findByRole('button', { name: 'Plan maintenance' }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(
    await within(dialog).findByRole('button', {
      name: 'Leave out component:default/checkout',
    }),
  ).toBeVisible();
});
