import type { SeverityScheme } from 'backstage-plugin-incidents-common';
import type { CatalogIndex } from '../platform/catalogIndex';
import type { Database } from '../platform/database';
import { hashOf } from '../platform/identity';
import { chooseScheme } from './rules/chooseScheme';
import type { SchemeSettings, SeveritySettings } from './settings';
import { schemeStore } from './store';

export {
  levelsOf,
  readSeveritySettings,
  type SeveritySettings,
} from './settings';
export {
  readSeverity,
  levelIn,
  levelOf,
  type SeverityReading,
} from './rules/readSeverity';

/** How bad is it: the words for that, and what each of them obliges to. */
export type Severities = {
  /** Labels of alerts that carry the monitor's word, in order. */
  labels: string[];
  schemeFor(
    entityRef: string | undefined,
    index: CatalogIndex | undefined,
  ): SeverityScheme;
  /** The scheme as it was when an incident was judged by it; the one of today when that was never kept. */
  schemeAt(version: string, name: string): Promise<SeverityScheme>;
  /** Remembers the schemes of today. Called once at start. */
  keep(now: Date): Promise<void>;
};

export function createSeverities(deps: {
  database: Database;
  settings: SeveritySettings;
}): Severities {
  const { database, settings } = deps;
  const schemes = new Map(
    settings.schemes.map(scheme => [scheme.name, toScheme(scheme)]),
  );
  const fallback = schemes.get(settings.default)!;
  return {
    labels: settings.labels,
    schemeFor: (entityRef, index) =>
      chooseScheme(schemes, fallback, { entityRef, index }),
    async schemeAt(version, name) {
      const today = schemes.get(name);
      if (today?.version === version) return today;
      const then = await schemeStore.find(database.read, version);
      return then ?? today ?? fallback;
    },
    keep: now =>
      database.write(async tx => {
        for (const scheme of schemes.values()) {
          await schemeStore.keep(tx, scheme, now);
        }
      }),
  };
}

function toScheme(settings: SchemeSettings): SeverityScheme {
  const levels = settings.levels.map((level, i) => ({ ...level, rank: i + 1 }));
  const scheme = { ...settings, levels };
  return { ...scheme, version: hashOf(JSON.stringify(scheme), 12) };
}
