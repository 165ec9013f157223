/**
 * API ref, hooks and small widgets for embedding incidents in other plugins.
 *
 * @packageDocumentation
 */
export * from './api/incidentsApiRef';
export * from './language/useLanguage';
export * from './panels/CopySnippet';
export * from './panels/describeProblem';
export * from './panels/Panel';
export * from './panels/ProblemPanel';
export * from './panels/SectionContent';
export * from './panels/SkeletonLines';
export * from './panels/TaughtEmpty';
export * from './people/PersonChip';
export * from './query/useIncidentsMutation';
export * from './query/useIncidentsQuery';
export * from './severity/SeverityTag';
export * from './severity/severityTone';
export * from './status/FlappingTag';
export * from './status/StatusTag';
export * from './time/describeDuration';
export * from './time/describeInstant';
export * from './time/RelativeTime';
export * from './time/RunningClock';
export * from './time/useDuration';
export * from './time/useNow';
export * from './translation';
