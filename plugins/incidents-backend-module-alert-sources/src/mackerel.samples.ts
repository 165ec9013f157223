import type { AlertSample } from 'backstage-plugin-incidents-node';

const host = {
  orgName: 'example',
  event: 'alert',
  imageUrl: 'https://mackerel.io/embed/public/abcdef/checkout-cpu.png',
  memo: 'Restart one worker at a time.\nbackstage_entity: component:default/checkout',
  type: 'host',
  message: 'CPU % 92.4 > 90',
  host: {
    id: '22D4checkout',
    name: 'checkout-app-01',
    url: 'https://mackerel.io/orgs/example/hosts/22D4checkout',
    type: 'unknown',
    status: 'working',
    memo: '',
    isRetired: false,
    roles: [
      {
        fullname: 'checkout: web',
        serviceName: 'checkout',
        serviceUrl: 'https://mackerel.io/orgs/example/services/checkout',
        roleName: 'web',
        roleUrl: 'https://mackerel.io/orgs/example/services/checkout#role=web',
      },
    ],
  },
  alert: {
    openedAt: 1795143600,
    closedAt: 0,
    createdAt: 1795143600693,
    statusChangedAt: 1795143600,
    criticalThreshold: 90,
    duration: 5,
    isOpen: true,
    metricLabel: 'CPU %',
    metricValue: 92.4,
    monitorName: 'CPU of checkout',
    monitorOperator: '>',
    status: 'critical',
    trigger: 'monitor',
    id: '2bjcheckout1',
    url: 'https://mackerel.io/orgs/example/alerts/2bjcheckout1',
    warningThreshold: 75,
  },
};

const external = {
  orgName: 'example',
  event: 'alert',
  imageUrl: null,
  memo: '',
  type: 'external',
  message: 'Connection timed out',
  alert: {
    openedAt: 1795143600,
    createdAt: 1795143600120,
    isOpen: true,
    monitorName: 'https://search.example.com/healthz',
    status: 'unknown',
    trigger: 'monitor',
    url: 'https://mackerel.io/orgs/example/alerts/2NqSearch',
  },
};

/** Payloads of the webhook channel; the second pair is of the older kind without an id. */
export const mackerelSamples: Record<string, AlertSample> = {
  host: {
    payload: host,
    expect: [{ fingerprint: '2bjcheckout1', status: 'firing' }],
  },
  'host-lowered': {
    payload: {
      ...host,
      message: 'CPU % 81 > 75',
      alert: { ...host.alert, status: 'warning', metricValue: 81 },
    },
    expect: [{ fingerprint: '2bjcheckout1', status: 'firing' }],
  },
  'host-resolved': {
    payload: {
      ...host,
      message: 'CPU % 31 > 90',
      alert: {
        ...host.alert,
        status: 'ok',
        isOpen: false,
        closedAt: 1795144410,
      },
    },
    expect: [{ fingerprint: '2bjcheckout1', status: 'resolved' }],
  },
  external: {
    payload: external,
    expect: [{ fingerprint: '2NqSearch', status: 'firing' }],
  },
  'external-resolved': {
    payload: {
      ...external,
      alert: {
        ...external.alert,
        isOpen: 'false',
        trigger: 'manual',
        closedAt: 1795144410,
      },
    },
    expect: [{ fingerprint: '2NqSearch', status: 'resolved' }],
  },
  'test-button': {
    payload: {
      event: 'sample',
      message: 'Sample Notification from Mackerel',
      imageUrl: null,
    },
    expect: [],
  },
};
