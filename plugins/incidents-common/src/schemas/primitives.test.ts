import {
  entityRefSchema,
  incidentKeySchema,
  instantSchema,
  sectionOf,
  severalOf,
  severalStringsSchema,
} from './primitives';
import { z } from 'zod';

describe('primitives', () => {
  it.each([
    ['component:default/checkout', true],
    ['group:default/team-a', true],
    ['checkout', false],
    ['component:checkout', false],
    ['default/checkout', false],
    ['component:default/check out', false],
    ['component:default/a/b', false],
    ['a:b:c/d', false],
    [`component:default/${'x'.repeat(255)}`, false],
  ])('%s is an entity ref: %s', (text, fits) => {
    expect(entityRefSchema.safeParse(text).success).toBe(fits);
  });

  it.each([
    ['INC-1', true],
    ['INC-123456789', true],
    ['INC-0', false],
    ['INC-01', false],
    ['INC-1234567890', false],
    ['inc-1', false],
    ['INC-1 ', false],
  ])('%s is the key of an incident: %s', (text, fits) => {
    expect(incidentKeySchema.safeParse(text).success).toBe(fits);
  });

  it.each([
    ['2026-11-20T03:00:00.000Z', true],
    ['2026-11-20T03:00:00Z', true],
    ['2026-11-20T12:00:00+09:00', false],
    ['2026-11-20', false],
    ['yesterday', false],
  ])('%s is an instant: %s', (text, fits) => {
    expect(instantSchema.safeParse(text).success).toBe(fits);
  });
});

describe('a section', () => {
  const section = sectionOf(z.array(z.string()));

  it.each([
    [{ status: 'ok', value: ['a'] }, true],
    [{ status: 'ok' }, false],
    [{ status: 'failed', reason: 'the catalog did not answer' }, true],
    [{ status: 'failed' }, false],
    [{ status: 'hidden', reason: 'you may not see who is on call' }, true],
    [{ status: 'unknown', value: [] }, false],
  ])('may be %j: %s', (value, fits) => {
    expect(section.safeParse(value).success).toBe(fits);
  });
});

describe('several values', () => {
  const colours = severalOf(['red', 'blue']);

  it.each([
    ['red', ['red']],
    ['red,blue', ['red', 'blue']],
    [' red , blue ', ['red', 'blue']],
    [
      ['red', 'blue'],
      ['red', 'blue'],
    ],
    [
      ['red,blue', 'red'],
      ['red', 'blue', 'red'],
    ],
  ])('are read from %j', (value, several) => {
    expect(colours.parse(value)).toEqual(several);
  });

  it.each(['', 'red,', 'green', [], ['red', 5], 5, null, undefined, {}])(
    'are not read from %j',
    value => {
      expect(colours.safeParse(value).success).toBe(false);
    },
  );

  it('are counted', () => {
    expect(severalStringsSchema.safeParse(Array(50).fill('a')).success).toBe(
      true,
    );
    expect(severalStringsSchema.safeParse(Array(51).fill('a')).success).toBe(
      false,
    );
  });
});
