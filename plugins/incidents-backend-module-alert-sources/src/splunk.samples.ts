import type { AlertSample } from 'backstage-plugin-incidents-node';

const errors = {
  result: {
    service: 'checkout',
    errors: '1843',
    _time: '1795143600',
    alert_status: 'firing',
    severity: 'high',
    dedup_key: 'errors-checkout',
    backstage_entity: 'component:default/checkout',
    runbook_url: 'https://runbooks.example.com/checkout/errors',
  },
  sid: 'scheduler__admin__search__RMD5c0ffee_at_1795143600_132',
  results_link:
    'https://splunk.example.com:8000/app/search/@go?sid=scheduler__admin__search__RMD5c0ffee_at_1795143600_132',
  search_name: 'Errors by service',
  owner: 'admin',
  app: 'search',
};

const plain = {
  result: {
    sourcetype: 'mongod',
    count: '8',
    host: 'db-1',
    status: '503',
    tag: ['database', 'error'],
    _raw: '2026-11-20T03:00:00.000+0000 E STORAGE WiredTiger error',
  },
  sid: 'scheduler__admin__search__W2_at_14232356_132',
  results_link:
    'http://web.example.com:8000/app/search/@go?sid=scheduler__admin__search__W2_at_14232356_132',
  search_name: null,
  owner: 'admin',
  app: 'search',
};

/** Payloads of the webhook action: of a search with the columns of the guide, and of one without. */
export const splunkSamples: Record<string, AlertSample> = {
  columns: {
    payload: errors,
    expect: [
      { fingerprint: 'Errors by service/errors-checkout', status: 'firing' },
    ],
  },
  'columns-resolved': {
    payload: {
      ...errors,
      result: {
        ...errors.result,
        errors: '0',
        alert_status: 'resolved',
        _time: '1795144410',
      },
      sid: 'scheduler__admin__search__RMD5c0ffee_at_1795144410_140',
    },
    expect: [
      { fingerprint: 'Errors by service/errors-checkout', status: 'resolved' },
    ],
  },
  plain: {
    payload: plain,
    expect: [
      { fingerprint: 'e109a41d61c2688cb561bd7ddca3446e', status: 'firing' },
    ],
  },
};
