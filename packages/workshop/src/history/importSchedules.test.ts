import { scheduleDefinitionSchema } from 'backstage-plugin-incidents-common/schemas';
import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { inRepository } from '../repository';
import { exampleEntities } from './exampleEntities';
import { exampleSchedules } from './importSchedules';

const textOf = (file: string) => readFile(file, 'utf8');

/** A service whose annotation is not understood would be answered by its owner, and nobody would notice. */
const annotated = [
  ...['album-web', 'login', 'mailer', 'photo-api', 'sharing'],
  ...['thumbnailer', 'upload-gateway'],
];

describe('the schedules of the example company', () => {
  const read = async () =>
    parseAllDocuments(await textOf(exampleSchedules)).map(document =>
      scheduleDefinitionSchema.parse(document.toJS()),
    );

  it('are named by the services that they are for', async () => {
    const names = (await read()).map(({ name }) => name);
    const named = await Promise.all(
      annotated.map(async service => {
        const file = `examples/catalog/${service}/catalog-info.yaml`;
        const text = await textOf(inRepository(file));
        return /incidents\/on-call: native:(.*)/.exec(text)?.[1];
      }),
    );
    expect([...new Set(named)].sort()).toEqual(names.sort());
  });

  it('have people who are in the company', async () => {
    const everybody = await exampleEntities();
    const people = (await read())
      .flatMap(({ levels }) => levels)
      .flatMap(({ rotations }) => rotations)
      .flatMap(({ participants }) => participants);
    expect(everybody).toEqual(expect.arrayContaining(people));
  });
});
