import { slotOf, type KeptIncident } from './keptIncident';

/**
 * What this process wrote last of the incidents in their places. In a storm the same few are joined again and again, and need not
 * be read each time: who counts on one that another writer has changed since is refused when it is written.
 */
export type RecentIncidents = {
  /** One for each of these places, or nothing. */
  find(places: string[]): KeptIncident[] | undefined;
  remember(written: KeptIncident[]): void;
  /** To be called when what was written turns out to be something else. */
  forget(): void;
};

const most = 2_000;

export function createRecentIncidents(): RecentIncidents {
  const byPlace = new Map<string, KeptIncident>();
  return {
    find(places) {
      const found = places.flatMap(place => byPlace.get(place) ?? []);
      if (found.length < places.length) return undefined;
      // Copies: whoever counts on them changes them.
      return found.map(kept => ({ ...kept }));
    },
    remember(written) {
      if (byPlace.size + written.length > most) byPlace.clear();
      for (const kept of written) {
        if (slotOf(kept)) byPlace.set(kept.place, asWritten(kept));
        else byPlace.delete(kept.place);
      }
    },
    forget: () => byPlace.clear(),
  };
}

function asWritten(kept: KeptIncident): KeptIncident {
  const { incident } = kept;
  return { ...kept, incident: { ...incident, version: incident.version + 1 } };
}
