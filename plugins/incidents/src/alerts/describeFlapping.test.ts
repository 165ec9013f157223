import type { Words } from '../translation';
import { describeFlapping } from './describeFlapping';

/** Shows which words are chosen and what is filled in. */
const t = ((key: string, values: object) =>
  `${key} ${Object.values(values).join(' ')}`) as unknown as Words;
const flapping = {
  since: '2026-11-20T02:40:00.000',
  changes: 12,
  calmAt: '2026-11-20T03:15:00.000',
};
const by = { now: new Date('2026-11-20T03:00:00.000'), language: 'en', t };

describe('an alert that flaps', () => {
  it('says how often it changed since when, while it fires', () => {
    expect(describeFlapping(flapping, by)).toBe(
      'alerts.flapping.fires 12 02:40',
    );
  });

  it('says when it is over, while its monitor has it resolved', () => {
    const quietSince = '2026-11-20T02:59:00.000';
    expect(describeFlapping({ ...flapping, quietSince }, by)).toBe(
      'alerts.flapping.quiet 12 02:40 02:59 03:15',
    );
  });
});
