import { ConfigReader } from '@backstage/config';
import { readSettings } from './settings';

const routingKey = 'R0'.repeat(16);
const line = 'incidents.escalation.pagerduty';
const services = [{ id: 'shop', routingKey }];
const read = (pagerduty: object) =>
  readSettings(
    new ConfigReader({ incidents: { escalation: { pagerduty } } } as never),
  );

it('is nothing when config does not speak of it', () => {
  expect(readSettings(new ConfigReader({}))).toBeUndefined();
});

it.each([
  [{ services }, 'https://events.pagerduty.com/v2/enqueue'],
  [{ services, region: 'eu' }, 'https://events.eu.pagerduty.com/v2/enqueue'],
  [{ services, eventsUrl: 'http://127.0.0.1:1/x' }, 'http://127.0.0.1:1/x'],
])('%j leads to %s', (config, eventsUrl) => {
  expect(read(config)).toEqual({
    routingKeys: new Map([['shop', routingKey]]),
    ...{ eventsUrl, webhookSecrets: [] },
  });
});

it.each([
  [{ services, region: 'jp' }, `${line}.region must be us or eu`],
  [{ services, eventsUrl: 'http://a.b' }, `${line}.eventsUrl must begin with`],
  [{ services, eventsUrl: 'no' }, `${line}.eventsUrl must begin with`],
  [{ services, webhookSecrets: ['short'] }, `${line}.webhookSecrets must be`],
  [
    { services: [{ id: 'A', routingKey }] },
    `${line}.services[0].id must be lower-case`,
  ],
  [
    { services: [...services, ...services] },
    `${line}.services[1].id shop is there twice`,
  ],
  [
    { services: [{ id: 'shop', routingKey: 'too-short' }] },
    `${line}.services[0].routingKey must be the 32 characters`,
  ],
])('%j is refused with the line that is wrong', (config, sentence) => {
  expect(() => read(config)).toThrow(sentence);
});
