import {
  isOpenStatus,
  type IncidentDetail,
  type SeverityLevel,
} from 'backstage-plugin-incidents-common';

export const milestoneNames = [
  'acknowledged',
  'identified',
  'mitigated',
  'resolved',
  'closed',
] as const;

/** What a late joiner has to know first. */
export type State = {
  isOpen: boolean;
  /** Open, and nobody has taken it. */
  isWaiting: boolean;
  /** When it ended, for the clock. */
  endedAt?: string;
  level?: SeverityLevel;
  /** The scheme says something else today than when the severity was set. */
  definitionChanged: boolean;
  milestones: { name: (typeof milestoneNames)[number]; at: string }[];
};

export function describeState(detail: IncidentDetail): State {
  const { severities } = detail;
  const scheme = severities.status === 'ok' ? severities.value : undefined;
  const isOpen = isOpenStatus(detail.status);
  return {
    isOpen,
    isWaiting: detail.status === 'declared' && !detail.acknowledgedAt,
    endedAt: isOpen
      ? undefined
      : detail.resolvedAt ?? detail.closedAt ?? detail.updatedAt,
    level: scheme?.levels.find(level => level.id === detail.severity),
    definitionChanged:
      scheme?.name === detail.severityScheme &&
      scheme.version !== detail.severityVersion,
    milestones: milestoneNames.flatMap(name => {
      const at = detail[`${name}At`];
      return at ? [{ name, at }] : [];
    }),
  };
}
