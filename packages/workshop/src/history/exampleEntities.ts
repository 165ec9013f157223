import { mockCredentials } from '@backstage/backend-test-utils';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { inRepository } from '../repository';

interface Named {
  kind: string;
  metadata: { name: string; namespace?: string };
  spec?: { targets?: string[] };
}

const patience = { attempts: 240, pauseMs: 250 };

function refOf({ kind, metadata: { name, namespace = 'default' } }: Named) {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

async function readEntities(file: string): Promise<Named[]> {
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  return documents.flatMap(document => document.toJS() ?? []);
}

/** Every entity of the example company, by the files of `examples/`. */
export async function exampleEntities(): Promise<string[]> {
  const start = inRepository('examples/all.yaml');
  const locations = await readEntities(start);
  const targets = locations.flatMap(({ spec }) => spec?.targets ?? []);
  const files = await Promise.all(
    targets.map(target => readEntities(join(dirname(start), target))),
  );
  return [...locations, ...files.flat()].map(refOf);
}

async function entitiesOf(url: string): Promise<Set<string>> {
  const answer = await fetch(
    `${url}/api/catalog/entities?fields=kind,metadata.name,metadata.namespace`,
    { headers: { authorization: mockCredentials.service.header() } },
  );
  const entities: Named[] = answer.ok ? await answer.json() : [];
  return new Set(entities.map(refOf));
}

/**
 * Comes back when the catalog knows everybody and everything of the recording.
 *
 * @throws Error that names what it does not find.
 */
export async function whenCatalogIsFull(url: string): Promise<void> {
  const wanted = await exampleEntities();
  let missing = wanted;
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    const known = await entitiesOf(url);
    missing = wanted.filter(ref => !known.has(ref));
    if (missing.length === 0) {
      return;
    }
    await sleep(patience.pauseMs);
  }
  throw new Error(
    `The catalog has no ${missing[0]}: catalog.locations must lead to examples/all.yaml`,
  );
}
