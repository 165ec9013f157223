import { alertmanagerSamples } from './alertmanager.samples';
import { labelFingerprint } from './fingerprints';

describe('the fingerprint of labels', () => {
  // Recorded from Alertmanager 0.25.
  it.each([
    [{ alertname: '日本語', summary_ja: '復旧🔥' }, 'a0f4dbe7c5676948'],
    [{}, 'cbf29ce484222325'],
  ])('of %j is %s, as Alertmanager computes it', (labels, fingerprint) => {
    expect(labelFingerprint(labels)).toBe(fingerprint);
  });

  it.each(Object.entries(alertmanagerSamples))(
    'is the one that Alertmanager wrote into %s',
    (_, { payload, expect: expected }) => {
      const { alerts } = payload as {
        alerts: Array<{ labels: Record<string, string> | null }>;
      };
      expect(alerts.map(alert => labelFingerprint(alert.labels ?? {}))).toEqual(
        expected.map(signal => signal.fingerprint),
      );
    },
  );

  it('does not depend on the order of the labels', () => {
    expect(labelFingerprint({ b: '2', a: '1' })).toBe(
      labelFingerprint({ a: '1', b: '2' }),
    );
  });

  it('tells where a name ends and its value begins', () => {
    expect(labelFingerprint({ ab: 'c' })).not.toBe(
      labelFingerprint({ a: 'bc' }),
    );
  });
});
