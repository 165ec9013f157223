import { NotFoundError } from '@backstage/errors';
import type { RunbookContent } from 'backstage-plugin-incidents-common';
import { type Deps, findBringers } from './answerRunbooks';
import { openShelf } from './openShelf';
import { offerFiles } from './rules/offerFiles';

/**
 * One runbook file with its Markdown, of the entity itself or inherited by it.
 *
 * @throws NotFoundError when there is none with this id, which also says what could not be read.
 */
export async function readRunbook(
  { catalog, shelves, settings, clock }: Deps,
  entityRef: string,
  id: string,
): Promise<RunbookContent> {
  const bringers = await findBringers(catalog, entityRef).catch(error => {
    throw new NotFoundError((error as Error).message);
  });
  const opened = await Promise.all(
    bringers.map(async bringer => ({
      bringer,
      ...(await openShelf(shelves, settings, bringer.entry)),
    })),
  );
  for (const { bringer, files } of opened) {
    const file = files.find(candidate => candidate.id === id);
    if (file) {
      const reading = { ...settings, now: clock.now() };
      const [offer] = offerFiles([file], bringer, { alerts: [] }, reading);
      const { markdown, sourceUrl } = file;
      return { ...offer, markdown, ...(sourceUrl && { sourceUrl }) };
    }
  }
  const problems = opened.flatMap(shelf => shelf.problems);
  throw new NotFoundError(
    [`${entityRef} has no runbook ${id.slice(0, 50)}.`, ...problems].join(' '),
  );
}
