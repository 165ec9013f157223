import {
  detectionSources,
  incidentActions,
} from 'backstage-plugin-incidents-common';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Seconds before the moment at which the portal starts, 0 or less. */
const t = z.number().max(0);
const person = z.string().startsWith('user:');
const text = z.string().min(1);

const deliverySchema = z.strictObject({
  t,
  /** The shape of the body. */
  as: text,
  integration: text,
  body: z.record(z.string(), z.unknown()),
});
const actSchema = z.strictObject({
  t,
  as: person,
  act: z.strictObject({
    incidentOf: text,
    action: z.enum(incidentActions),
    note: text.optional(),
  }),
});
const noteSchema = z.strictObject({
  t,
  as: person,
  note: z.strictObject({ incidentOf: text, text }),
});
const declareSchema = z.strictObject({
  t,
  as: person,
  declare: z.strictObject({
    tag: text,
    title: text,
    entityRefs: z.array(text).min(1),
    severity: text.optional(),
    detectionSource: z.enum(detectionSources),
  }),
});

const eventSchema = z.union([
  deliverySchema,
  actSchema,
  noteSchema,
  declareSchema,
]);

/** One line of a recording, as `examples/README.md` describes them. */
export type RecordedEvent = z.output<typeof eventSchema>;

/**
 * The events of a text, one a line.
 *
 * @throws Error that names the line which is not one, or which is out of order.
 */
export function readLines(content: string, name: string): RecordedEvent[] {
  let latest = -Infinity;
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') {
      return [];
    }
    const place = `${name}:${index + 1}`;
    const event = readLine(line, place);
    if (event.t < latest) {
      throw new Error(`${place} is earlier than the line before it`);
    }
    latest = event.t;
    return [event];
  });
}

function readLine(line: string, place: string): RecordedEvent {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    throw new Error(`${place} is not JSON: ${(error as Error).message}`);
  }
  const event = eventSchema.safeParse(parsed);
  if (!event.success) {
    throw new Error(
      `${place} is no delivery, act, note or declaration as examples/README.md has them`,
    );
  }
  return event.data;
}

/** All `*.jsonl` of a folder, in the order of their names. */
export async function readRecording(folder: string): Promise<RecordedEvent[]> {
  const files = (await readdir(folder))
    .filter(name => name.endsWith('.jsonl'))
    .sort();
  const texts = await Promise.all(
    files.map(file => readFile(join(folder, file), 'utf8')),
  );
  const events = texts.flatMap((lines, i) => readLines(lines, files[i]));
  const early = events.findIndex(({ t: at }, i) => at < events[i - 1]?.t);
  if (early > 0) {
    throw new Error(
      `An event at ${events[early].t} comes after one at ${
        events[early - 1].t
      }: the files of ${folder} overlap`,
    );
  }
  return events;
}
