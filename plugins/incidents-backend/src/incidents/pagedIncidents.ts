import { NotFoundError } from '@backstage/errors';
import type { IncidentPort } from '../paging';
import { moveIncident } from './rules/moveIncident';
import { incidentStore } from './store';

/** Incidents as those see them who call people for them. */
export function createIncidentPort(): IncidentPort {
  return {
    async find(reader, key) {
      return (await incidentStore.find(reader, key))?.incident;
    },
    async hold(tx, key) {
      const [kept] = await incidentStore.hold(tx, { slots: [], keys: [key] });
      if (!kept) throw new NotFoundError(`There is no incident ${key}`);
      return kept.incident;
    },
    async takeUp(tx, key, { actor, now }) {
      const kept = await incidentStore.find(tx, key);
      if (kept?.incident.status !== 'declared') return [];
      const { after, because } = moveIncident(kept.incident, {
        ...{ action: 'investigate', actor, now },
        reason: 'Its page was acknowledged',
      });
      await incidentStore.save(tx, [{ ...kept, incident: after }]);
      return because;
    },
  };
}
