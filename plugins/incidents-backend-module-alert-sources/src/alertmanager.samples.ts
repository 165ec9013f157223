import type { AlertSample } from 'backstage-plugin-incidents-node';

const externalURL = 'http://alertmanager.monitoring.example.com:9093';
const stillOpen = '0001-01-01T00:00:00Z';

const checkoutLabels = {
  alertname: 'HighErrorRate',
  cluster: 'prod-tokyo-1',
  namespace: 'shop',
  prometheus: 'monitoring/k8s',
  service: 'checkout',
  severity: 'critical',
};

const checkoutAnnotations = {
  description:
    'The ratio of 5xx answers of checkout has been above 5% for 5 minutes (now 7.2%).',
  summary: 'checkout answers 7.2% of its requests with 5xx',
};

const checkoutAlert = {
  status: 'firing',
  labels: checkoutLabels,
  annotations: checkoutAnnotations,
  startsAt: '2026-11-20T02:58:11.169Z',
  endsAt: stillOpen,
  generatorURL:
    'http://prometheus.monitoring.example.com:9090/graph?g0.expr=sum+by+%28service%29+%28rate%28http_requests_total%7Bcode%3D~%225..%22%7D%5B5m%5D%29%29+%2F+sum+by+%28service%29+%28rate%28http_requests_total%5B5m%5D%29%29+%3E+0.05&g0.tab=1',
  fingerprint: '0189380f50847559',
};

const checkoutGroup = {
  receiver: 'portal',
  status: 'firing',
  alerts: [checkoutAlert],
  groupLabels: { alertname: 'HighErrorRate', service: 'checkout' },
  commonLabels: checkoutLabels,
  commonAnnotations: checkoutAnnotations,
  externalURL,
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate", service="checkout"}',
  truncatedAlerts: 0,
};

const crashLoopingLabels = {
  alertname: 'KubePodCrashLooping',
  container: 'photo-api',
  namespace: 'media',
  prometheus: 'monitoring/k8s',
  service: 'photo-api',
  severity: 'warning',
};

function crashLoopingPod(
  pod: string,
  rest: { fingerprint: string; status: string; endsAt: string },
) {
  return {
    ...rest,
    labels: { ...crashLoopingLabels, pod },
    annotations: {
      description: `Pod media/${pod} (photo-api) is in waiting state (reason: "CrashLoopBackOff").`,
      summary: `Pod ${pod} is crash looping`,
      runbook_url:
        'https://runbooks.example.com/kubernetes/KubePodCrashLooping',
    },
    startsAt: '2026-11-20T03:22:11.169Z',
    generatorURL:
      'http://prometheus.monitoring.example.com:9090/graph?g0.expr=max_over_time%28kube_pod_container_status_waiting_reason%7Breason%3D%22CrashLoopBackOff%22%7D%5B5m%5D%29+%3E%3D+1&g0.tab=1',
  };
}

const diskLabels = {
  alertname: 'NodeFilesystemSpaceFillingUp',
  device: '/dev/nvme0n1p1',
  instance: 'db-1.example.com:9100',
  job: 'node',
  mountpoint: '/var/lib/postgresql',
  severity: 'warning',
};

/** What Alertmanager before 0.19 sends: no fingerprint on its alerts. */
const oldGroup = {
  receiver: 'portal',
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: diskLabels,
      annotations: {
        message:
          'Filesystem on /dev/nvme0n1p1 at db-1.example.com:9100 has only 12.4% available space left and is filling up.',
      },
      startsAt: '2026-11-20T03:04:00.412938178Z',
      endsAt: stillOpen,
      generatorURL:
        'http://prometheus.monitoring.example.com:9090/graph?g0.expr=node_filesystem_avail_bytes+%2F+node_filesystem_size_bytes+%3C+0.15&g0.tab=1',
    },
  ],
  groupLabels: { alertname: 'NodeFilesystemSpaceFillingUp' },
  commonLabels: diskLabels,
  commonAnnotations: {},
  externalURL,
  version: '4',
  groupKey: '{}:{alertname="NodeFilesystemSpaceFillingUp"}',
};

const latencyAlert = {
  status: 'firing',
  labels: {
    alertname: 'LatencyBudgetBurn',
    backstage_entity: 'component:default/search-api',
    env: 'prod',
    severity: 'page',
  },
  annotations: {
    title: '検索APIの応答が遅くなっています',
    description: 'p99 is 2.4 s, the objective is 800 ms.',
    runbook_url: 'https://runbooks.example.com/search-api/latency?from=alert',
    dashboard: 'https://grafana.example.com/d/search-api/search-api?orgId=1',
  },
  startsAt: '2026-11-20T12:04:05+09:00',
  endsAt: stillOpen,
  generatorURL: '/graph?g0.expr=job%3Alatency%3Ap99&g0.tab=1',
  fingerprint: '6dc73393b134f6f5',
};

/** The first four were recorded from Alertmanager 0.25, with other instants. */
export const alertmanagerSamples: Record<string, AlertSample> = {
  firing: {
    payload: checkoutGroup,
    expect: [{ fingerprint: '0189380f50847559', status: 'firing' }],
  },
  repeat: {
    payload: checkoutGroup,
    expect: [{ fingerprint: '0189380f50847559', status: 'firing' }],
  },
  'firing-resolved': {
    payload: {
      ...checkoutGroup,
      status: 'resolved',
      alerts: [
        {
          ...checkoutAlert,
          status: 'resolved',
          endsAt: '2026-11-20T03:17:26.384Z',
        },
      ],
    },
    expect: [{ fingerprint: '0189380f50847559', status: 'resolved' }],
  },
  'group-of-mixed-status': {
    payload: {
      receiver: 'portal',
      status: 'firing',
      alerts: [
        crashLoopingPod('photo-api-7c9d8f6b5-4xk2p', {
          fingerprint: 'ee0e13c90748a635',
          status: 'resolved',
          endsAt: '2026-11-20T03:27:14.325Z',
        }),
        crashLoopingPod('photo-api-7c9d8f6b5-9vq7n', {
          fingerprint: 'a70c2c7b89bfba6d',
          status: 'firing',
          endsAt: stillOpen,
        }),
        crashLoopingPod('photo-api-7c9d8f6b5-tz8rm', {
          fingerprint: '159bc72b433d0eb5',
          status: 'firing',
          endsAt: stillOpen,
        }),
      ],
      groupLabels: { alertname: 'KubePodCrashLooping', service: 'photo-api' },
      commonLabels: crashLoopingLabels,
      commonAnnotations: {
        runbook_url:
          'https://runbooks.example.com/kubernetes/KubePodCrashLooping',
      },
      externalURL,
      version: '4',
      groupKey: '{}:{alertname="KubePodCrashLooping", service="photo-api"}',
      truncatedAlerts: 0,
    },
    expect: [
      { fingerprint: 'ee0e13c90748a635', status: 'resolved' },
      { fingerprint: 'a70c2c7b89bfba6d', status: 'firing' },
      { fingerprint: '159bc72b433d0eb5', status: 'firing' },
    ],
  },
  'without-fingerprint': {
    payload: oldGroup,
    expect: [{ fingerprint: 'fb2d353be44c1362', status: 'firing' }],
  },
  'without-fingerprint-resolved': {
    payload: {
      ...oldGroup,
      status: 'resolved',
      alerts: [
        {
          ...oldGroup.alerts[0],
          status: 'resolved',
          endsAt: '2026-11-20T03:44:00.412938178Z',
        },
      ],
    },
    expect: [{ fingerprint: 'fb2d353be44c1362', status: 'resolved' }],
  },
  'with-runbook': {
    payload: {
      receiver: 'portal',
      status: 'firing',
      alerts: [latencyAlert],
      groupLabels: { alertname: 'LatencyBudgetBurn' },
      commonLabels: latencyAlert.labels,
      commonAnnotations: latencyAlert.annotations,
      externalURL,
      version: '4',
      groupKey: '{}/{severity="page"}:{alertname="LatencyBudgetBurn"}',
      truncatedAlerts: 2,
    },
    expect: [{ fingerprint: '6dc73393b134f6f5', status: 'firing' }],
  },
  'least-that-is-understood': {
    payload: {
      alerts: [{ status: 'firing', labels: null, annotations: null }],
    },
    expect: [{ fingerprint: 'cbf29ce484222325', status: 'firing' }],
  },
};
