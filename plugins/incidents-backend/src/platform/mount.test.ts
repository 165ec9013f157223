import { z } from 'zod';
import { sentence } from './mount';

const schema = z.strictObject({
  title: z.string('must be a text'),
  alerts: z.array(z.object({ status: z.enum(['firing']) })).optional(),
});

const say = (value: unknown) => sentence(schema.safeParse(value).error!);

describe('what is wrong with a request, in a sentence', () => {
  it('names the place', () => {
    expect(say({ title: 7 })).toBe('title: must be a text');
    expect(say({ title: 'x', alerts: [{ status: 'on' }] })).toMatch(
      /^alerts\.0\.status: /,
    );
  });

  it('says it of the whole when there is no place', () => {
    expect(say([])).toMatch(/expected object/);
  });

  it('names three things at most, and none at great length', () => {
    const alerts = Array.from({ length: 100 }, () => ({}));
    expect(say({ title: 'x', alerts }).split('; ')).toHaveLength(3);
    const stranger = 'x'.repeat(10_000);
    expect(say({ title: 'x', [stranger]: 1 }).length).toBeLessThan(400);
  });
});
