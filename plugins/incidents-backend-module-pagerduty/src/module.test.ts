import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  onCallProvidersExtensionPoint,
  type RemoteOnCallProvider,
} from 'backstage-plugin-incidents-node';
import incidentsModulePagerduty from '.';

async function pluggedIn(data: object): Promise<RemoteOnCallProvider[]> {
  const plugged: RemoteOnCallProvider[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        onCallProvidersExtensionPoint,
        {
          addOnCallProviders: () => {},
          addRemoteOnCallProviders: (...added) => plugged.push(...added),
        },
      ],
    ],
    features: [
      incidentsModulePagerduty,
      mockServices.rootConfig.factory({ data: data as {} }),
    ],
  });
  await backend.stop();
  return plugged;
}

it('PagerDuty answers once it is configured, and not before', async () => {
  expect(await pluggedIn({})).toEqual([]);
  const pagerduty = { token: 'x', every: { minutes: 10 } };
  expect(await pluggedIn({ incidents: { onCall: { pagerduty } } })).toEqual([
    expect.objectContaining({ id: 'pagerduty', everySeconds: 600 }),
  ]);
});
