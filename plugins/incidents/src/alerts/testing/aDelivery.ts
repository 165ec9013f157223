import type { Delivery } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';

/** A delivery that opened one alert, but for what the test is about. */
export function aDelivery(about: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd1',
    integration: 'prometheus',
    receivedAt: testNow,
    contentType: 'application/json',
    size: 1_234,
    became: { opened: 1 },
    replays: 0,
    ...about,
  };
}
