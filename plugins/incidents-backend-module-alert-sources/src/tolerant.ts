import { z } from 'zod';
import { bounds } from './bounds';
import { mustBe } from './refusals';

/**
 * A field that can be done without and is a text: numbers and booleans in their usual form, anything else counts as absent.
 *
 * @internal
 */
export const looseText = z.unknown().transform(textOf).optional();

/**
 * A field that can be done without and is an object: anything else counts as absent.
 *
 * @internal
 */
export const looseRecord = z.unknown().transform(recordOf).optional();

/**
 * The schema of a body of which only that it is an object can be demanded.
 *
 * @internal
 */
export function objectBody(expected: string) {
  return z.custom<Record<string, unknown>>(
    value => recordOf(value) !== undefined,
    mustBe(expected),
  );
}

/**
 * Says within a transform of a schema that a field cannot be read.
 *
 * @internal
 */
export function refuse(
  context: z.RefinementCtx,
  path: string[],
  refused: { expected: string; input: unknown },
): never {
  const { expected, input } = refused;
  const message = mustBe(expected).error({ path, input });
  context.issues.push({ code: 'custom', path, message, input });
  return z.NEVER;
}

/** @internal */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** @internal */
export function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/**
 * The members of a list, as many as are looked at; none when it is no list.
 *
 * @internal
 */
export function membersOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, bounds.labelsRead) : [];
}
