import {
  isOpenStatus,
  type Actor,
  type Incident,
} from 'backstage-plugin-incidents-common';
import { listOf } from '../../platform/sentences';
import type { Decision, EntryDraft } from '../../timeline';
import type { InhibitionSettings } from '../inhibitionSettings';

/** An open incident on something that others depend on. */
export type Upstream = Pick<
  Incident,
  'key' | 'status' | 'severity' | 'severityRank' | 'entityRefs' | 'drill'
>;

/** What an incident is likely because of. */
export type LikelyCause = {
  key: string;
  /** What is broken, of all that the entity depends on. */
  entityRef: string;
  /** It is felt at the moment, by all that is known. */
  isInEffect: boolean;
};

/** Ranks that count when config names no levels. */
export const countingRanks = 2;
/** More than this many are not a cause but a bad day. */
const most = 5;

/** The worst incidents on what an entity depends on; of two, the older one. */
export function likelyCauses(
  upstream: string[],
  open: Upstream[],
  settings: InhibitionSettings,
): LikelyCause[] {
  return open
    .filter(incident => counts(incident, settings))
    .flatMap(incident => {
      const entityRef = upstream.find(ref => incident.entityRefs.includes(ref));
      return entityRef ? [{ incident, entityRef }] : [];
    })
    .sort((a, b) => a.incident.severityRank - b.incident.severityRank)
    .slice(0, most)
    .map(({ incident, entityRef }) => ({
      ...{ key: incident.key, entityRef },
      isInEffect: isInEffect(incident),
    }));
}

/** Whether an incident is bad enough to be the cause of others, and real. */
export function counts(
  { status, severity, severityRank, drill }: Upstream,
  { severities }: Pick<InhibitionSettings, 'severities'>,
): boolean {
  if (drill || !isOpenStatus(status)) return false;
  return severities
    ? severities.includes(severity)
    : severityRank <= countingRanks;
}

/** What is mitigated is not felt any more: what still burns then burns by itself. */
function isInEffect({ status }: Upstream): boolean {
  return isOpenStatus(status) && status !== 'mitigated';
}

/** A new incident says what it is likely because of, and that nobody is paged meanwhile if config has it so. */
export function nameCauses(
  declared: Decision<Incident>,
  causes: LikelyCause[],
  how: { holdPages: boolean; actor: Actor },
): Decision<Incident> {
  if (causes.length === 0) return declared;
  const { after, because } = declared;
  const [first, ...others] = because;
  const likelyBecauseOf = causes.map(({ key }) => key);
  const entry = { actor: how.actor, incidentKey: after.key };
  const named: EntryDraft = {
    ...entry,
    kind: 'incident.cause',
    text: `It is probably because of ${causesInWords(causes)}`,
    details: {
      because: causes.map(({ key, entityRef }) => ({ key, entityRef })),
    },
  };
  const holding = causes.filter(({ isInEffect: holds }) => holds);
  if (!how.holdPages || holding.length === 0) {
    return {
      after: { ...after, likelyBecauseOf },
      because: [first, ...others, named],
    };
  }
  const reason = `${listOf(holding.map(({ key }) => key))} ${
    holding.length === 1 ? 'is' : 'are'
  } in effect, and incidents.triage.inhibition.holdPages is on`;
  return {
    after: {
      ...after,
      likelyBecauseOf,
      pagesHeld: { because: likelyBecauseOf },
    },
    because: [
      first,
      ...others,
      named,
      {
        ...entry,
        kind: 'pages.held',
        text: `Its pages are held back: ${reason}`,
        details: { because: likelyBecauseOf, reason },
      },
    ],
  };
}

/** `INC-3 on component:default/ledger and INC-4 on …`. */
export function causesInWords(causes: LikelyCause[]): string {
  return listOf(causes.map(({ key, entityRef }) => `${key} on ${entityRef}`));
}

/** Why pages that were held back are held no more; nothing while they are to be held. */
export function reasonToRelease(
  causes: Upstream[],
  settings: InhibitionSettings,
): string | undefined {
  if (!settings.holdPages) {
    return 'incidents.triage.inhibition.holdPages is off';
  }
  const holds = (cause: Upstream) =>
    counts(cause, settings) && isInEffect(cause);
  if (causes.some(holds)) return undefined;
  return listOf(
    causes.map(cause =>
      isInEffect(cause)
        ? `${cause.key} is only ${cause.severity}`
        : `${cause.key} is ${cause.status}`,
    ),
  );
}

/** Whoever is to be paged for it may be paged now. */
export function releasePages(
  incident: Incident,
  { reason, now, actor }: { reason: string; now: Date; actor: Actor },
): Decision<Incident> {
  const { pagesHeld, ...released } = incident;
  return {
    after: { ...released, updatedAt: now.toISOString() },
    because: [
      {
        kind: 'pages.released',
        actor,
        text: `Its pages are no longer held back: ${reason}`,
        details: { because: pagesHeld?.because ?? [], reason },
        incidentKey: incident.key,
      },
    ],
  };
}
