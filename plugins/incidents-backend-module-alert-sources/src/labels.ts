import { z } from 'zod';
import { bounded, bounds } from './bounds';
import { mustBe } from './refusals';

/**
 * The schema of labels and annotations. What is in them is not looked at, so that no number of them takes long.
 *
 * @internal
 */
export const labelsSchema = z
  .custom<Record<string, unknown>>(
    value =>
      typeof value === 'object' && value !== null && !Array.isArray(value),
    mustBe('an object of names and texts'),
  )
  .nullish();

/**
 * Labels as monitors send them, as texts: numbers and booleans in their usual form, anything else left out.
 *
 * @internal
 */
export function readLabels(
  labels: Record<string, unknown> | null | undefined,
): Record<string, string> {
  const read: Record<string, string> = {};
  // A loop, because every alert of every delivery comes this way.
  const names = Object.keys(labels ?? {});
  for (const name of names.slice(0, bounds.labelsRead)) {
    const value = labels![name];
    // Assigned to another object, this name would not become a label.
    if (isScalar(value) && name !== '__proto__') read[name] = String(value);
  }
  return read;
}

/**
 * No more and no longer labels than a record can carry.
 *
 * @internal
 */
export function boundedLabels(
  labels: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .slice(0, bounds.labels)
      .map(([name, value]) => [
        bounded(name, bounds.labelName),
        bounded(value, bounds.labelValue),
      ]),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean';
}
