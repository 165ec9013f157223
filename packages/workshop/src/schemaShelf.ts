import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** Whether a schema describes what callers send or what they get. */
export type Direction = 'input' | 'output';

/** Keeps the schemas that have a name, so that a document shows each once. */
export interface SchemaShelf {
  /** A schema as JSON Schema; the named ones in it are put on the shelf and referred to. */
  read(schema: z.ZodType, direction: Direction): JsonObject;
  /** What is on the shelf, by name, in the order of the alphabet. */
  named(): JsonObject;
}

/** An empty shelf of a document whose named schemas lie at `place`. */
export function createSchemaShelf(place: string): SchemaShelf {
  const shelf = new Map<string, JsonObject>();
  return {
    read(schema, direction) {
      const { $schema, $defs, ...own } = relocated(
        z.toJSONSchema(schema, {
          io: direction,
          override: ({ jsonSchema }) => readable(jsonSchema, direction),
        }),
        place,
      );
      for (const [name, named] of Object.entries($defs ?? {})) {
        const known = shelf.get(name);
        if (known && JSON.stringify(known) !== JSON.stringify(named)) {
          throw new Error(
            `The schema ${name} means one thing in a request and another in a reply`,
          );
        }
        shelf.set(name, named as JsonObject);
      }
      return own;
    },
    named: () =>
      Object.fromEntries(
        [...shelf].sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
  };
}

function relocated(schema: object, place: string): JsonObject {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', `"${place}/`),
  );
}

/** Leaves out what is true and tells nobody anything. */
function readable(
  schema: z.core.JSONSchema.BaseSchema,
  direction: Direction,
): void {
  // The format says it already.
  if (schema.format) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  // A reply may grow; a client that refuses new fields would break.
  if (direction === 'output') delete schema.additionalProperties;
}
