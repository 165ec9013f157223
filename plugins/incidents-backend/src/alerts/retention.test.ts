import { mockServices } from '@backstage/backend-test-utils';
import { openDatabase, openEngines } from '../testing/engines';
import { letterStore } from './letterStore';
import { forgetOld, readRetention } from './retention';

const day = 24 * 60 * 60 * 1000;
const engines = openEngines();

const read = (retention: object) =>
  readRetention(
    mockServices.rootConfig({ data: { incidents: { retention } } }),
  );

describe('for how long things are kept', () => {
  it.each([
    ['a month, a quarter and a week, if nobody says', {}, 30 * day, 90 * day],
    ['what is configured in words', { deliveries: '7d' }, 7 * day, 90 * day],
    [
      'what is configured as an object',
      { deadLetters: { days: 1 }, deliveries: { hours: 1 } },
      day / 24,
      day,
    ],
    ['what is configured in ISO 8601', { deadLetters: 'P1D' }, 30 * day, day],
  ])('is %s', (_, config, deliveries, deadLetters) => {
    const payloads = 7 * day;
    expect(read(config)).toEqual({ deliveries, deadLetters, payloads });
  });

  it.each([
    ['{ hours: 2 }', { hours: 2 }, day / 12],
    ['2w', 'P14D', 14 * day],
    ['0', 0, 0],
    ['0 from an environment', '0', 0],
    ['false', false, 0],
    ['false from an environment', 'false', 0],
  ])('of payloads is %s', (_, payloads, kept) => {
    expect(read({ payloads }).payloads).toBe(kept);
  });

  it.each([
    [{ deadLetters: '59m' }, 'incidents.retention.deadLetters must be an hour'],
    [{ deliveries: 'soon' }, 'deliveries'],
    [{ deliveries: 0 }, 'deliveries'],
    [{ payloads: '59m' }, 'incidents.retention.payloads must be an hour'],
    [{ payloads: true }, 'payloads'],
  ])('is not %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});

describe.each(engines.ids)('what is deleted on %s', id => {
  it('is told, when nobody had read it again', async () => {
    const database = await openDatabase(engines, id);
    const logger = mockServices.logger.mock();
    const now = new Date('2026-11-20T03:00:00.000Z');
    const forget = () =>
      forgetOld({
        ...{ database, logger, clock: { now: () => now } },
        settings: {
          retention: { deliveries: day, deadLetters: day, payloads: day },
        },
      });
    await forget();
    expect(logger.warn).not.toHaveBeenCalled();
    for (const [letter, integration] of Object.entries({
      ...{ d1: 'grafana', d2: 'prometheus', d3: 'prometheus' },
    })) {
      await database.write(tx =>
        letterStore.bury(tx, {
          ...{ id: letter, integration, reason: 'x', body: '{' },
          receivedAt: new Date(now.getTime() - 2 * day).toISOString(),
        }),
      );
    }
    await forget();
    expect(logger.warn.mock.calls).toEqual([
      [
        'Deleted dead letters from before 2026-11-19T03:00:00.000Z that nobody read again: 1 of grafana and 2 of prometheus',
      ],
    ]);
  });
});
