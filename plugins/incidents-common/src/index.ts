/**
 * The contract of the incidents plugins: what the backend serves, the pages read and other plugins may rely on.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './lifecycle';
export * from './permissions';
export type { Endpoint, ParamsOf, ReplyOf } from './endpoint';
export * from './endpoints';
export {
  createIncidentsClient,
  changedSomething,
  type CallOptions,
  type IncidentsApi,
  type IncidentsClientOptions,
} from './client';
export {
  detectionSources,
  triageOutcomes,
  alertOutcomes,
  incidentSorts,
  alertSorts,
  needKinds,
  timelineKinds,
  runbookOrigins,
  type ActOnIncident,
  type Actor,
  type AddNote,
  type Alert,
  type AlertQuery,
  type AlertReceipt,
  type DeadLetter,
  type DeadLetterQuery,
  type DeclareIncident,
  type DependencyHealth,
  type DetectionSource,
  type EntitySummary,
  type HeatRow,
  type Incident,
  type IncidentDetail,
  type IncidentQuery,
  type Link,
  type Need,
  type OnCallAnswer,
  type OnCallLevel,
  type OnCallPerson,
  type Overview,
  type Page,
  type Routing,
  type Runbook,
  type RunbookAnswer,
  type RunbookContent,
  type Section,
  type SetSeverity,
  type SeverityLevel,
  type SeverityScheme,
  type StripItem,
  type TimelineEntry,
  type TimelineKind,
  type TimelineQuery,
  type Triage,
  type WebhookReply,
} from './schemas';
