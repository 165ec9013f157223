import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { sameAlert, sameOwner, stableLabels } from './stableMatchers';

const named = (labels: Record<string, string>) =>
  stableLabels(labels).map(([name]) => name);

describe('the labels that an alert will have again', () => {
  it.each([
    ['pod', 'photo-api-6b9ee41d-vcdwr'],
    ['instance', 'db-photo-1'],
    ['pod_template_hash', 'x'],
    ['container_id', 'x'],
    ['release', 'r0052a'],
    ['severity', 'error'],
    ['fingerprint', 'ea10'],
    ['target', 'db-photo-reader-1:9187'],
    ['from', '10.0.3.17'],
    ['trace', '3f29c1d0aa77b1e2'],
    ['run', '8d3c1f60-7c1e-4a51-9f0a-6f1c2e9b8f10'],
    ['seen', '2026-11-20T03:00:00Z'],
    ['order', '918273'],
    ['workload', 'photo-api-6b9ee41d-vcdwr'],
    ['empty', ''],
  ])('are not %s=%s', (name, value) => {
    expect(named({ [name]: value, service: 'checkout' })).toEqual(['service']);
  });

  it('come with those first that tell most', () => {
    expect(
      named({ env: 'prod', cluster: 'tokyo', service: 'x', alertname: 'Y' }),
    ).toEqual(['alertname', 'service', 'cluster', 'env']);
  });

  it('are few enough to be read', () => {
    const many = Object.fromEntries([...'abcdefghij'].map(l => [l, 'x']));
    expect(named(many)).toHaveLength(6);
  });
});

describe('conditions from an alert', () => {
  const alert = anAlert({
    labels: { alertname: 'DiskFull', service: 'importer', pod: 'p-1' },
  });

  it('are about the same alert for a silence', () => {
    expect(sameAlert(alert)).toEqual([
      { label: 'alertname', op: 'equals', value: 'DiskFull' },
      { label: 'service', op: 'equals', value: 'importer' },
    ]);
  });

  it('are about the same owner for a rule, whatever is wrong', () => {
    expect(sameOwner(alert)).toEqual([
      { label: 'service', op: 'equals', value: 'importer' },
    ]);
  });

  it('keep the name of the alert when no label tells whose it is', () => {
    expect(
      sameOwner(anAlert({ labels: { alertname: 'DiskFull', env: 'prod' } })),
    ).toEqual([
      { label: 'alertname', op: 'equals', value: 'DiskFull' },
      { label: 'env', op: 'equals', value: 'prod' },
    ]);
  });

  it('fall back to what every alert has', () => {
    const bare = anAlert({ title: 'Disk full', labels: { pod: 'p-1' } });
    expect(sameAlert(bare)).toEqual([
      { label: 'integration', op: 'equals', value: 'prometheus' },
      { label: 'title', op: 'equals', value: 'Disk full' },
    ]);
  });
});
