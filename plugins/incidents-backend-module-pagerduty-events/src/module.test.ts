import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  notifiersExtensionPoint,
  type IncidentNotifier,
} from 'backstage-plugin-incidents-node';
import pagerDutyEvents from '.';

async function pluggedIn(escalation: object) {
  const added: IncidentNotifier[] = [];
  const addNotifiers = (...notifiers: IncidentNotifier[]) =>
    void added.push(...notifiers);
  await startTestBackend({
    extensionPoints: [[notifiersExtensionPoint, { addNotifiers }]],
    features: [
      pagerDutyEvents,
      mockServices.rootConfig.factory({ data: { incidents: { escalation } } }),
    ],
  });
  return added.map(({ id }) => id);
}

describe('the module of events of PagerDuty', () => {
  it('plugs in a way to people, where config speaks of it', async () => {
    const services = [{ id: 'shop', routingKey: 'R0UT1NG0'.repeat(4) }];
    expect(await pluggedIn({ pagerduty: { services } })).toEqual(['pagerduty']);
    expect(await pluggedIn({})).toEqual([]);
  });
});
