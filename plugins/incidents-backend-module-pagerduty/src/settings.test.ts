import { mockServices } from '@backstage/backend-test-utils';
import { readSettings } from './settings';

const read = (pagerduty?: object) =>
  readSettings(
    mockServices.rootConfig({ data: { incidents: { onCall: { pagerduty } } } }),
  );

it('PagerDuty is not asked unless it is configured', () => {
  expect(readSettings(mockServices.rootConfig())).toBeUndefined();
});

it.each([
  [{}, 'https://api.pagerduty.com', 300],
  [{ region: 'eu' }, 'https://api.eu.pagerduty.com', 300],
  [{ apiUrl: 'https://proxy.example/pd/' }, 'https://proxy.example/pd', 300],
  [{ apiUrl: 'http://127.0.0.1:1', every: 'PT2M' }, 'http://127.0.0.1:1', 120],
])('%j is understood', (about, apiUrl, everySeconds) => {
  expect(read({ token: 'x', ...about })).toEqual({
    ...{ token: 'x', apiUrl, everySeconds, requestsPerMinute: 300 },
  });
});

it.each([
  [{ token: 'x\n1' }, 'token must be letters, digits and signs'],
  [{ region: 'asia' }, 'region must be us or eu'],
  [{ region: 'toString' }, 'region must be us or eu'],
  [{ apiUrl: 'http://pd.example' }, 'apiUrl must begin with https://'],
  [{ apiUrl: 'pd' }, 'apiUrl must begin with https://'],
  [{ every: { seconds: 10 } }, 'every must be a minute or more'],
  [{ requestsPerMinute: 0 }, 'requestsPerMinute must be from 1 to 900'],
  [{ requestsPerMinute: 1.5 }, 'requestsPerMinute must be from 1 to 900'],
  [{ requestsPerMinute: 901 }, 'requestsPerMinute must be from 1 to 900'],
])('%j is refused', (about, message) => {
  expect(() => read({ token: 'x', ...about })).toThrow(
    `incidents.onCall.pagerduty.${message}`,
  );
});
