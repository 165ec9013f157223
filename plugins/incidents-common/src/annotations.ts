/**
 * The annotations that the incidents plugins read from catalog entities. No code of ours ever writes one.
 *
 * @public
 */
export const incidentAnnotations = {
  /** Folder or file of Markdown runbooks, relative to where the entity is defined, or a URL. */
  runbooks: 'incidents/runbooks',
  /** Name of the severity scheme of this entity. */
  severities: 'incidents/severities',
  /** `native:<name of a schedule>`, `ical:<id of a calendar>`, `owner-group:<group>`, or what a module brings: who is on call. */
  onCall: 'incidents/on-call',
  /** What whoever is on call for it must be able to log in to, such as `Grafana, kubectl prod`. */
  access: 'incidents/access',
  /** Label selector such as `service=checkout,env=prod`: which alerts are this entity's. */
  alerts: 'incidents/alerts',
  /** File with the ordered list of what to look at first. */
  firstLook: 'incidents/first-look',
  /** On a Group: entity ref of the user who leads it, listed first when the group is asked for. */
  lead: 'incidents/lead',
  /** On a User: name of the time zone in which they sleep, such as `Asia/Tokyo`. */
  timeZone: 'incidents/time-zone',
  /** Id of the escalation policy of this entity's incidents, whatever the policies themselves match. */
  escalationPolicy: 'incidents/escalation-policy',
} as const;

/**
 * Annotations of other plugins that are read when present, never required.
 *
 * @public
 */
export const foreignAnnotations = {
  runbookUrl: 'backstage.io/runbook-url',
  prometheusAlert: 'prometheus.io/alert',
  alertLabelSelector: 'grafana/alert-label-selector',
} as const;

/**
 * The signals channel on which the backend says that something changed. Messages carry no content: see {@link IncidentsPing}.
 *
 * @public
 */
export const incidentsSignalChannel = 'incidents';

/**
 * What travels on {@link incidentsSignalChannel}: a ping, because channels have no authorization. Readers fetch through the API.
 *
 * @public
 */
export type IncidentsPing = {
  /** Keys of incidents that changed, at most fifty; more changes than that are said by `more`. */
  incidents: string[];
  more?: boolean;
};
