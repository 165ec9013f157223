/**
 * The stages of an incident. `open` ones are those that somebody still works on.
 *
 * @public
 */
export const incidentStatuses = [
  'declared',
  'investigating',
  'identified',
  'mitigated',
  'resolved',
  'closed',
  'dismissed',
] as const;

/** @public */
export type IncidentStatus = (typeof incidentStatuses)[number];

/** @public */
export const incidentActions = [
  'investigate',
  'identify',
  'mitigate',
  'resolve',
  'close',
  'dismiss',
  'reopen',
] as const;

/** @public */
export type IncidentAction = (typeof incidentActions)[number];

/**
 * Which action leads where. The server refuses by this table, the pages draw their buttons from it, in this order.
 *
 * @public
 */
export const incidentLifecycle: Readonly<
  Record<
    IncidentStatus,
    Readonly<Partial<Record<IncidentAction, IncidentStatus>>>
  >
> = {
  declared: {
    investigate: 'investigating',
    identify: 'identified',
    mitigate: 'mitigated',
    resolve: 'resolved',
    dismiss: 'dismissed',
  },
  investigating: {
    identify: 'identified',
    mitigate: 'mitigated',
    resolve: 'resolved',
    dismiss: 'dismissed',
  },
  identified: {
    mitigate: 'mitigated',
    resolve: 'resolved',
    investigate: 'investigating',
    dismiss: 'dismissed',
  },
  mitigated: { resolve: 'resolved', reopen: 'investigating' },
  resolved: { close: 'closed', reopen: 'investigating' },
  closed: { reopen: 'investigating' },
  dismissed: { reopen: 'investigating' },
};

/**
 * Stages in which an incident still needs somebody.
 *
 * @public
 */
export const openIncidentStatuses = [
  'declared',
  'investigating',
  'identified',
  'mitigated',
] as const satisfies readonly IncidentStatus[];

/**
 * Whether somebody still has to care: neither resolved, nor closed, nor dismissed.
 *
 * @public
 */
export function isOpenStatus(status: IncidentStatus): boolean {
  return (openIncidentStatuses as readonly IncidentStatus[]).includes(status);
}

/**
 * The actions that are possible now, in the order in which they are offered.
 *
 * @public
 */
export function actionsFrom(status: IncidentStatus): IncidentAction[] {
  return Object.keys(incidentLifecycle[status]) as IncidentAction[];
}

/** @public */
export const alertStatuses = ['firing', 'acknowledged', 'resolved'] as const;

/** @public */
export type AlertStatus = (typeof alertStatuses)[number];
