import { InputError } from '@backstage/errors';
import type { ScheduleDefinition } from 'backstage-plugin-incidents-common';
import { scheduleDefinitionSchema } from 'backstage-plugin-incidents-common/schemas';
import { parseAllDocuments, stringify, type Document } from 'yaml';
import { sentence } from '../platform/mount';
import { reasonOf } from '../platform/sentences';

/** More are no file that somebody looks over. */
const mostInFile = 1_000;

/** A schedule as YAML, without the lists that are empty. */
export function toYaml(definition: ScheduleDefinition): string {
  const filled = Object.entries(definition).filter(
    ([, value]) => !Array.isArray(value) || value.length > 0,
  );
  return stringify(Object.fromEntries(filled), {
    // Instants and times are text, and must stay it for readers of YAML 1.1 too.
    compat: 'yaml-1.1',
    lineWidth: 0,
  });
}

/** @throws InputError that names the document and the field. */
export function fromYaml(yaml: string): ScheduleDefinition[] {
  const documents = parseAllDocuments(yaml) as Document[];
  const filled = documents.filter(({ contents }) => contents !== null);
  if (filled.length === 0 && documents.every(({ errors }) => !errors.length)) {
    throw new InputError('yaml: there is no schedule in it');
  }
  if (filled.length > mostInFile) {
    throw new InputError(`yaml: there are more than ${mostInFile} schedules`);
  }
  const schedules = documents
    .filter(({ contents, errors }) => contents !== null || errors.length > 0)
    .map(toDefinition);
  schedules.forEach(({ name }, i) => {
    if (schedules.findIndex(one => one.name === name) < i) {
      throw new InputError(`yaml: there are two schedules "${name}"`);
    }
  });
  return schedules;
}

function toDefinition(document: Document, i: number): ScheduleDefinition {
  const [error] = document.errors;
  if (error) throw new InputError(`yaml: ${reasonOf(error)}`);
  const parsed = scheduleDefinitionSchema.safeParse(plain(document));
  if (parsed.success) return parsed.data;
  throw new InputError(`yaml: schedule ${i + 1}: ${sentence(parsed.error)}`);
}

function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases that would grow without bound.
    throw new InputError(`yaml: ${reasonOf(error)}`);
  }
}
