import { bounded } from './bounds';

type Refused = { path?: PropertyKey[]; input?: unknown };

/**
 * What a schema says when it refuses a value: a sentence with the field, what it must be and what it is.
 *
 * @internal
 */
export function mustBe(expected: string): {
  error: (refused: Refused) => string;
} {
  return {
    error: ({ path = [], input }) =>
      `${fieldOf(path)} must be ${expected}, but ${whatItIs(input)}`,
  };
}

/** The field itself, such as `status` or `links[0]`: whoever answers puts the whole path before it. */
function fieldOf(path: PropertyKey[]): string {
  const named = path.findLastIndex(step => typeof step === 'string');
  const field = path
    .slice(Math.max(named, 0))
    .map(step => (typeof step === 'number' ? `[${step}]` : String(step)))
    .join('');
  return bounded(field, 100) || 'the body';
}

function whatItIs(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (Array.isArray(value)) return `is a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'is an object';
  return typeof value === 'string'
    ? `is ${JSON.stringify(bounded(value, 40))}`
    : `is ${value}`;
}
