import type { AlertSample } from 'backstage-plugin-incidents-node';

const down = {
  monitorID: '777712827',
  monitorURL: 'https://checkout.example.com/healthz',
  monitorFriendlyName: 'Checkout',
  monitorTags: 'service:checkout, shop',
  alertType: '1',
  alertTypeFriendlyName: 'Down',
  alertDetails: 'HTTP 503 - Service Unavailable',
  alertDateTime: '1795143600',
  sslExpiryDate: '*sslExpiryDate*',
  sslExpiryDaysLeft: '*sslExpiryDaysLeft*',
};

/** Payloads as the POST value of the guide makes them; a form has the same fields. */
export const uptimerobotSamples: Record<string, AlertSample> = {
  down: {
    payload: down,
    expect: [{ fingerprint: '777712827', status: 'firing' }],
  },
  'down-resolved': {
    payload: {
      ...down,
      alertType: '2',
      alertTypeFriendlyName: 'Up',
      alertDetails: 'HTTP 200 - OK',
      alertDuration: '810',
      alertDateTime: '1795144410',
    },
    expect: [{ fingerprint: '777712827', status: 'resolved' }],
  },
  'number-and-entity': {
    payload: {
      monitorID: 777712828,
      monitorFriendlyName: 'Search API',
      alertType: 1,
      alertDetails: 'Connection Timeout',
      backstage_entity: 'component:default/search-api',
      env: 'prod',
    },
    expect: [{ fingerprint: '777712828', status: 'firing' }],
  },
  expiry: {
    payload: {
      ...down,
      alertType: '3',
      alertTypeFriendlyName: 'SSL expiry',
      alertDetails: '*alertDetails*',
      sslExpiryDate: '2026-12-04',
      sslExpiryDaysLeft: '14',
    },
    expect: [{ fingerprint: '777712827-expiry', status: 'firing' }],
  },
  'test-button': {
    payload: {
      monitorID: '*monitorID*',
      monitorFriendlyName: '*monitorFriendlyName*',
      alertType: '*alertType*',
      alertTypeFriendlyName: '*alertTypeFriendlyName*',
    },
    expect: [],
  },
};
