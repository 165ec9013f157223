import { startTestBackend } from '@backstage/backend-test-utils';
import {
  alertSourcesExtensionPoint,
  type AlertSource,
} from 'backstage-plugin-incidents-node';
import incidentsModuleAlertSources, { alertSources } from '.';

describe('the module of alert sources', () => {
  it('plugs each of its sources in', async () => {
    const added: AlertSource[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          alertSourcesExtensionPoint,
          { addAlertSources: (...sources) => added.push(...sources) },
        ],
      ],
      features: [incidentsModuleAlertSources],
    });
    expect(added).toEqual(alertSources);
    expect(new Set(added.map(source => source.id)).size).toBe(added.length);
  });
});
