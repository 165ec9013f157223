import type { AlertSample, AlertSource } from '../alertSource';
import { mutated, seededRandom } from './mutations';

/**
 * Declares the contract test of an alert source. Call it at the top of a test file.
 *
 * @public
 */
export function describeAlertSource(source: AlertSource): void {
  const samples = Object.entries(source.samples);
  describe(`the alert source ${source.id}`, () => {
    it('has an id that config can name, a title, and samples of a firing and a resolve', () => {
      expect(source.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(source.title).not.toBe('');
      const statuses = samples.flatMap(([, sample]) =>
        sample.expect.map(signal => signal.status),
      );
      expect(statuses).toEqual(expect.arrayContaining(['firing', 'resolved']));
    });
    it.each(samples)('reads its sample %s', (_, sample) => {
      expect(
        signalsOf(source, sample).map(({ fingerprint, status }) => ({
          fingerprint,
          status,
        })),
      ).toEqual(sample.expect);
    });
    it.each(samples)('reads %s the same each time', (_, sample) => {
      const before = JSON.stringify(sample.payload);
      expect(signalsOf(source, sample)).toEqual(signalsOf(source, sample));
      expect(JSON.stringify(sample.payload)).toBe(before);
    });
    it.each(resolvesOf(source))(
      'resolves with %s what was fired before',
      (_, resolve, fire) => {
        const fired = fire.expect.map(signal => signal.fingerprint);
        expect(fired).toEqual(
          expect.arrayContaining(
            resolve.expect.map(signal => signal.fingerprint),
          ),
        );
      },
    );
    it.each(samples)('brings signals of %s that can be kept', (_, sample) => {
      for (const signal of signalsOf(source, sample)) expectWellFormed(signal);
    });
    it.each(samples)(
      'never throws on two hundred mutations of %s',
      (_, sample) => {
        const random = seededRandom(sample.expect.length + 1);
        for (let i = 0; i < 200; i++) {
          const parsed = source.payload.safeParse(
            mutated(sample.payload, random),
          );
          if (parsed.success) {
            expect(() => source.toSignals(parsed.data)).not.toThrow();
          }
        }
      },
    );
    it.each([undefined, null, 7, 'text', [], [[]], true])(
      'refuses %p by its schema',
      garbage => {
        expect(source.payload.safeParse(garbage).success).toBe(false);
      },
    );
  });
}

function signalsOf(source: AlertSource, sample: AlertSample) {
  return source.toSignals(source.payload.parse(sample.payload));
}

function resolvesOf(
  source: AlertSource,
): Array<[string, AlertSample, AlertSample]> {
  return Object.entries(source.samples).flatMap(([name, sample]) => {
    const fire = source.samples[name.replace(/-resolved$/, '')];
    return name.endsWith('-resolved') && fire
      ? [[name, sample, fire] as [string, AlertSample, AlertSample]]
      : [];
  });
}

function expectWellFormed(signal: ReturnType<AlertSource['toSignals']>[0]) {
  expect(signal.fingerprint).not.toBe('');
  expect(signal.title.trim()).not.toBe('');
  expect(['firing', 'acknowledged', 'resolved']).toContain(signal.status);
  for (const value of Object.values(signal.labels)) {
    expect(typeof value).toBe('string');
  }
  for (const link of signal.links) {
    expect(link.url).toMatch(/^https?:\/\//);
  }
  for (const date of [signal.startedAt, signal.resolvedAt]) {
    if (date) expect(Number.isNaN(date.getTime())).toBe(false);
  }
}
