import {
  isOpenStatus,
  type DependencyHealth,
  type EntitySummary,
  type Incident,
  type Runbook,
} from 'backstage-plugin-incidents-common';
import {
  rankOfSeverity,
  severityTone,
  type SeverityTone,
} from 'backstage-plugin-incidents-react';
import { describeCauses } from '../incidents/describeCauses';
import { describeDependencies } from './describeDependencies';
import { openableUrl } from './openableUrl';
import { line, type Line, type LineValue } from './line';

/**
 * How a state is coloured: what burns in the colour of its severity. Only what is known to be quiet is `calm`; what
 * nobody knows is `unknown`.
 */
export type Tone = SeverityTone | 'mitigated' | 'warning' | 'unknown' | 'calm';

export type HeadlineKey =
  | 'open'
  | 'declared'
  | 'investigating'
  | 'identified'
  | 'mitigated'
  | 'alertsFiring'
  | 'because'
  | 'becauseHidden'
  | 'pagesHeld'
  | 'noRunbook'
  | 'runbooksFailed'
  | 'firingOnly'
  | 'dependencyOpen'
  | 'dependencyToo'
  | 'nothingHere'
  | 'dependenciesUnknown'
  | 'part'
  | 'quiet'
  | 'never'
  | 'lastIncident'
  | 'maintenance'
  | 'covers';

/** The answer to "is it broken, since when, and what do I do first". */
export type Headline = {
  tone: Tone;
  /** The first is the sentence, the others are said after it. */
  lines: [Line<HeadlineKey>, ...Line<HeadlineKey>[]];
  /** The open incident that the sentence is about. */
  incident?: Incident;
  /** The other open ones, most urgent first. */
  alsoOpen: Incident[];
  /** The runbook of that incident. */
  runbook?: Runbook;
  /** What to open first. After the effect has ended it is the incident, which waits to be resolved. */
  first?: 'runbook' | 'incident';
};

/** More works than these are a wall of sentences. */
const shownWorks = 3;

/** What the first line of the tab, of the card and of their screen-reader text says. */
export function describeSummary(summary: EntitySummary): Headline {
  const [incident, ...alsoOpen] = byUrgency(summary.open);
  const covers =
    summary.covers > 1 ? [line('covers', { count: summary.covers })] : [];
  if (!incident) {
    const { tone, lines } = describeQuiet(summary);
    const [first, ...others] = lines;
    return {
      tone,
      lines: [first, ...worksOn(summary), ...others, ...covers],
      alsoOpen,
    };
  }
  const runbook = runbookOf(summary);
  return {
    tone:
      incident.status === 'mitigated'
        ? 'mitigated'
        : severityTone(incident.severityRank),
    lines: [
      line('open', {
        severity: {
          severity: incident.severity,
          rank: incident.severityRank,
        },
        lasting: { lasting: incident.declaredAt },
        title: incident.title,
      }),
      ...stageOf(incident),
      ...worksOn(summary),
      ...partsOf(incident, summary),
      ...alertsOf(incident),
      ...causeOf(incident, summary),
      ...(runbook ? [] : gapOf(summary)),
      ...covers,
    ],
    incident,
    alsoOpen,
    ...(runbook && { runbook }),
    first: runbook && incident.status !== 'mitigated' ? 'runbook' : 'incident',
  };
}

/** Burning ones before mitigated ones, then the worst, then the oldest. */
export function byUrgency(incidents: Incident[]): Incident[] {
  const mitigated = (incident: Incident) =>
    incident.status === 'mitigated' ? 1 : 0;
  return incidents
    .filter(incident => isOpenStatus(incident.status))
    .sort(
      (a, b) =>
        mitigated(a) - mitigated(b) ||
        a.severityRank - b.severityRank ||
        a.declaredAt.localeCompare(b.declaredAt),
    );
}

function describeQuiet(
  summary: EntitySummary,
): Pick<Headline, 'tone' | 'lines'> {
  const before = summary.lastIncidentAt
    ? [line('lastIncident', { ago: { ago: summary.lastIncidentAt } })]
    : [];
  if (summary.firing.length > 0) {
    const firing = line('firingOnly', { count: summary.firing.length });
    return { tone: 'warning', lines: [firing, ...before] };
  }
  const [broken] = brokenBelow(summary, 'dependencyOpen');
  if (broken) return { tone: 'warning', lines: [broken, ...before] };
  if (summary.dependencies.status === 'failed') {
    const { reason } = summary.dependencies;
    const unknown = line('dependenciesUnknown', { reason });
    return {
      tone: 'unknown',
      lines: [line('nothingHere'), unknown, ...before],
    };
  }
  return summary.lastIncidentAt
    ? {
        tone: 'calm',
        lines: [line('quiet', { ago: { ago: summary.lastIncidentAt } })],
      }
    : { tone: 'unknown', lines: [line('never')] };
}

/** What it is likely because of; else what is broken below it, which nobody had known when it was declared. */
function causeOf(
  incident: Incident,
  summary: EntitySummary,
): Line<HeadlineKey>[] {
  const [worst] = describeCauses(incident, summary.likelyCauses);
  if (!worst) return brokenBelow(summary, 'dependencyToo');
  const { key, entityRef } = worst;
  return [
    entityRef
      ? line('because', {
          incident: { incident: key },
          entity: { entity: entityRef },
        })
      : line('becauseHidden', { key }),
    ...(incident.pagesHeld ? [line('pagesHeld')] : []),
  ];
}

/** Work that is planned and on: it may be the cause, and it holds alerts back. */
function worksOn({ maintenance }: EntitySummary): Line<HeadlineKey>[] {
  if (maintenance.status !== 'ok') return [];
  return maintenance.value
    .slice(0, shownWorks)
    .map(({ title, endsAt }) =>
      line('maintenance', { title, until: { at: endsAt } }),
    );
}

/** What it stands on, where that has trouble of its own: often the cause, and somebody else is at it already. */
function brokenBelow(
  summary: EntitySummary,
  key: 'dependencyOpen' | 'dependencyToo',
): Line<HeadlineKey>[] {
  if (summary.dependencies.status !== 'ok') return [];
  const [broken] = describeDependencies(summary.dependencies.value).broken;
  if (!broken) return [];
  return [
    line(key, {
      count: broken.openIncidents,
      severity: severityOf(broken, summary),
      entity: { entity: broken.entityRef },
    }),
  ];
}

function severityOf(
  { worst }: DependencyHealth,
  { severities }: EntitySummary,
): LineValue {
  if (!worst) return '';
  const scheme = severities.status === 'ok' ? severities.value : undefined;
  return { severity: worst, rank: rankOfSeverity(scheme, worst) };
}

/** What the name of the stage does not say: whether somebody is at it, and what it waits for. */
function stageOf(incident: Incident): Line<HeadlineKey>[] {
  switch (incident.status) {
    case 'declared':
      return incident.acknowledgedAt ? [takenUp(incident)] : [line('declared')];
    case 'investigating':
      return [takenUp(incident)];
    case 'mitigated':
      return [
        line('mitigated', {
          ago: { ago: incident.mitigatedAt ?? incident.updatedAt },
        }),
      ];
    default:
      return [line('identified')];
  }
}

/** Rolled up, where it is matters more than how much is covered. */
function partsOf(
  { entityRefs }: Incident,
  { covers }: EntitySummary,
): Line<HeadlineKey>[] {
  const [entity] = entityRefs;
  return covers > 1 && entity ? [line('part', { entity: { entity } })] : [];
}

function takenUp({ acknowledgedAt, updatedAt }: Incident): Line<HeadlineKey> {
  return line('investigating', { ago: { ago: acknowledgedAt ?? updatedAt } });
}

function alertsOf(incident: Incident): Line<HeadlineKey>[] {
  return incident.openAlerts > 0
    ? [line('alertsFiring', { count: incident.openAlerts })]
    : [];
}

/**
 * The runbook for what is open. Rolled up, a runbook of the whole may have nothing to do with the part that burns, so
 * there only one that matches the alert is offered.
 */
function runbookOf(summary: EntitySummary): Runbook | undefined {
  if (summary.runbooks.status !== 'ok') return undefined;
  const items = summary.runbooks.value.items.filter(({ url }) =>
    openableUrl(url),
  );
  return (
    items.find(({ matches }) => matches) ??
    (summary.covers > 1 ? undefined : items[0])
  );
}

function gapOf(summary: EntitySummary): Line<HeadlineKey>[] {
  if (summary.runbooks.status === 'failed') return [line('runbooksFailed')];
  const nothing = summary.runbooks.status === 'ok' && summary.covers === 1;
  return nothing ? [line('noRunbook')] : [];
}

/** The last part of an entity ref, for sentences in which no link can stand. */
export function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.lastIndexOf('/') + 1);
}
