import fc from 'fast-check';
import { user } from './aSchedule';

const day = 86_400_000;
const quarter = day / 96;

const names = ['ada', 'bo', 'cy', 'dee', 'eve', 'flo', 'gil', 'hal'];
export const anyUser = fc.constantFrom(...names.map(user));
export const levelNames = ['Primary', 'Backup'];

/** A stretch near an instant, by the wall or by instants, of up to three days. */
const anyStretch = (at: number) =>
  fc
    .tuple(
      fc.integer({ min: -5 * 96, max: 5 * 96 }),
      fc.integer({ min: 1, max: 3 * 96 }),
      fc.boolean(),
    )
    .map(([start, length, isWall]) => {
      const origin = at - (at % quarter);
      const [from, to] = [start, start + length].map(quarters => {
        const text = new Date(origin + quarters * quarter).toISOString();
        return isWall ? text.slice(0, 16) : text;
      });
      return { from, to };
    });

const anyMoment = (at: number) =>
  fc.option(
    fc.integer({ min: -6 * 24, max: 6 * 24 }).map(hours => {
      const instant = at - (at % quarter) + hours * 4 * quarter;
      return new Date(instant).toISOString();
    }),
    { nil: undefined },
  );

const anyMaking = (at: number) => ({
  madeAt: anyMoment(at),
  withdrawnAt: anyMoment(at),
});

const numbered = <T extends object>(items: T[]) =>
  items.map((item, i) => ({ id: `${i}`, ...item }));

type Half = { user: string; from: string; to: string };

/** Overrides, swaps, shadows and absences around an instant. */
export function anyAmendments(at: number) {
  const level = fc.constantFrom(...levelNames);
  const whole = fc
    .tuple(anyStretch(at), fc.record({ ...anyMaking(at), user: anyUser }))
    .map(([stretch, rest]) => ({ ...stretch, ...rest }));
  const overrides = fc
    .tuple(
      whole,
      level,
      fc.constantFrom('replace' as const, 'add' as const, 'remove' as const),
      fc.option(anyUser, { nil: undefined }),
    )
    .map(([one, of, kind, replaces]) => ({
      ...{ ...one, level: of, kind },
      ...(kind === 'replace' && replaces && { replaces }),
    }));
  const swaps = fc
    .tuple(
      fc.uniqueArray(anyUser, { minLength: 2, maxLength: 2 }),
      fc.tuple(anyStretch(at), anyStretch(at)),
      fc.record({
        ...anyMaking(at),
        level: fc.option(level, { nil: undefined }),
      }),
    )
    .map(([[a, b], [one, other], rest]) => ({
      ...rest,
      between: [
        { user: a, ...one },
        { user: b, ...other },
      ] as [Half, Half],
    }));
  const shadows = fc
    .tuple(whole, level, fc.option(anyUser, { nil: undefined }))
    .map(([one, of, follows]) => ({ ...one, level: of, follows }));
  return fc.record({
    overrides: fc.array(overrides, { maxLength: 3 }).map(numbered),
    swaps: fc.array(swaps, { maxLength: 2 }).map(numbered),
    shadows: fc.array(shadows, { maxLength: 2 }).map(numbered),
    absences: fc.array(whole, { maxLength: 4 }).map(numbered),
  });
}
