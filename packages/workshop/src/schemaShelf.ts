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

const reference = /"#\/\$defs\/([^"]+)"/g;
const suffixes = { input: 'Request', output: 'Reply' } as const;

/**
 * An empty shelf of a document whose named schemas lie at `place`. A schema that means one thing in a request and another in a reply,
 * because it fills in what was left out, is there twice: whatever is read later has its direction in its name.
 */
export function createSchemaShelf(place: string): SchemaShelf {
  const shelf = new Map<string, string>();
  return {
    read(schema, direction) {
      const { $schema, $defs, ...own } = z.toJSONSchema(schema, {
        io: direction,
        override: ({ jsonSchema }) => readable(jsonSchema, direction),
      });
      const defs = new Map(
        Object.entries($defs ?? {}).map(([name, named]) => [
          name,
          JSON.stringify(named),
        ]),
      );
      const others = withOtherMeaning(defs, shelf);
      const rename = (name: string) =>
        others.has(name) ? `${name}${suffixes[direction]}` : name;
      const placed = (json: string) =>
        json.replaceAll(
          reference,
          (_, name: string) => `"${place}/${rename(name)}"`,
        );
      for (const [name, json] of defs) {
        const [known, text] = [shelf.get(rename(name)), placed(json)];
        if (known !== undefined && known !== text) {
          throw new Error(`The schema ${rename(name)} has two meanings`);
        }
        shelf.set(rename(name), text);
      }
      return JSON.parse(placed(JSON.stringify(own)));
    },
    named: () =>
      Object.fromEntries(
        [...shelf]
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, text]) => [name, JSON.parse(text)]),
      ),
  };

  /** Those that are known as something else, and those that refer to such ones. */
  function withOtherMeaning(
    defs: Map<string, string>,
    known: Map<string, string>,
  ): Set<string> {
    const plainly = (json: string) =>
      json.replaceAll(reference, (_, name: string) => `"${place}/${name}"`);
    const others = new Set(
      [...defs.keys()].filter(name => {
        const before = known.get(name);
        return before !== undefined && before !== plainly(defs.get(name)!);
      }),
    );
    const refersToOne = (json: string) =>
      [...json.matchAll(reference)].some(([, name]) => others.has(name));
    for (let grown = -1; grown !== others.size; ) {
      grown = others.size;
      for (const [name, json] of defs) if (refersToOne(json)) others.add(name);
    }
    return others;
  }
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
