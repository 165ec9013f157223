import type {
  Incident,
  TimelineEntry,
} from 'backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toKept as toKeptAlert, type KeptAlert } from '../alerts/rows';
import { toIncident } from '../incidents/rows';
import { incidentRows } from '../incidents/store';
import { toInstant } from '../platform/columns';
import { keyOf } from '../timeline';

/** All that is written down at one moment. */
export type NightSight = {
  now: Date;
  alerts: KeptAlert[];
  incidents: Incident[];
  /** Oldest first. */
  entries: TimelineEntry[];
  /** When each silence ends, by id. */
  silences: Map<string, Date>;
};

/** Looks past the API: a page of it shows too little at once, and asks a catalog that may be away. */
export async function lookAround(knex: Knex, now: Date): Promise<NightSight> {
  const alerts: any[] = await knex('incidents_alerts').orderBy('id');
  const incidents: any[] = await incidentRows(knex).orderBy('n');
  const entries: any[] = await knex('incidents_timeline').orderBy('seq');
  const silences: any[] = await knex('incidents_silences');
  return {
    now,
    alerts: alerts.map(toKeptAlert),
    incidents: incidents.map(toIncident),
    entries: entries.map(toEntry),
    silences: new Map(silences.map(row => [row.id, new Date(row.ends_at)])),
  };
}

function toEntry(row: any): TimelineEntry {
  return {
    ...{ id: row.id, kind: row.kind, text: row.text, at: toInstant(row.at) },
    actor: { type: row.actor_type, ref: row.actor_ref },
    details: JSON.parse(row.details),
    ...(row.incident_n !== null && { incidentKey: keyOf(row.incident_n) }),
    ...(row.alert_id !== null && { alertId: row.alert_id }),
  };
}
