import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { indexCatalog, type CatalogIndex } from './catalogIndex';
import { within } from './within';

/** The catalog as the rooms see it: a picture that is at most some seconds old, kept when the catalog is away. */
export interface Catalog {
  /**
   * The latest picture, refreshed behind the reader's back when it has aged.
   *
   * @throws Error when the catalog has not answered once yet.
   */
  index(): Promise<CatalogIndex>;
  /** A picture taken just now, for something that was not found: at most one read per few seconds, else as `index`. */
  latest(): Promise<CatalogIndex>;
}

/** Only what {@link indexCatalog} reads: the whole of a large catalog must fit in memory. */
const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'metadata.links',
  'spec.profile',
  'relations',
];

const patience = 2_500;
const silence = 'The catalog did not answer';

export function createCatalog(options: {
  catalog: Pick<CatalogService, 'getEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  logger: LoggerService;
  clock: { now(): Date };
  /** Age in milliseconds at which a picture is taken again. */
  maxAge?: number;
  /** Least time in milliseconds between two reads that a miss asks for. */
  minAge?: number;
}): Catalog {
  const { catalog, auth, logger, maxAge = 30_000, minAge = 5_000 } = options;
  let known: CatalogIndex | undefined;
  let takenAt = -Infinity;
  let taking: Promise<CatalogIndex> | undefined;

  async function take(): Promise<CatalogIndex> {
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntities({ fields }, { credentials });
    // A portal that has just started knows nobody yet: what it cannot route now must wait, not be called strange.
    if (items.length === 0) throw new Error('The catalog is empty');
    known = indexCatalog(items, options.clock.now());
    return known;
  }

  function refresh(): Promise<CatalogIndex> {
    if (!taking) {
      // Failed reads count too: a catalog in trouble is not asked by every alert.
      takenAt = performance.now();
      taking = take().finally(() => {
        taking = undefined;
      });
      taking.catch(error =>
        logger.warn(`The catalog did not answer: ${String(error)}`),
      );
    }
    return taking;
  }

  const age = () => performance.now() - takenAt;

  return {
    async index() {
      if (known) {
        if (age() > maxAge) refresh();
        return known;
      }
      if (!taking && age() < minAge / 5) throw new Error(silence);
      return within(refresh(), patience, silence);
    },
    async latest() {
      if (known && age() < minAge) return known;
      try {
        return await within(refresh(), patience, silence);
      } catch (error) {
        if (known) return known;
        throw error;
      }
    },
  };
}
