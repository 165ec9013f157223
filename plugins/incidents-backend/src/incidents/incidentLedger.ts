import {
  isOpenStatus,
  type Actor,
  type Alert,
  type Incident,
  type SeverityLevel,
} from 'backstage-plugin-incidents-common';
import type { TriageAnswer } from '../alerts';
import type { EntryDraft } from '../timeline';
import type { PageCall } from '../paging';
import { slotOf, type JoinedIncident, type KeptIncident } from './keptIncident';
import { refusalOf } from './rules/admission';
import { callsFor } from './rules/callsFor';
import {
  causesInWords,
  nameCauses,
  type LikelyCause,
} from './rules/likelyCauses';
import { moveIncident } from './rules/moveIncident';
import type { Plan } from './rules/planFor';
import { placeInWords } from './rules/placeOf';
import {
  calmIncident,
  declareForAlert,
  followIncident,
  joinIncident,
  raiseSeverity,
  type Declaring,
} from './rules/triage';

type Outcome = { after: Incident; because: EntryDraft[] };

type By = { alert: Alert; asked?: Actor };

/** How an alert declares its incident. */
type Declared = Pick<Declaring, 'key' | 'scheme' | 'level'> & {
  place: string;
  /** The person who wants it. */
  asked?: Actor;
  /** The one that stands in its place and does not take it. */
  after?: { kept: KeptIncident; refusal: string };
  causes: LikelyCause[];
  holdPages: boolean;
};

/** What one attempt at a transaction makes of its incidents, in memory. */
export class IncidentLedger {
  private readonly byKey = new Map<string, KeptIncident>();
  private readonly bySlot = new Map<string, string>();
  private readonly byAlert = new Map<string, string>();
  private readonly changed = new Set<string>();
  /** Those that take a place with the first alert that joins them. */
  private readonly adopted = new Set<string>();
  /** How many alerts came to an incident of which nothing else changes. */
  private readonly joined = new Map<string, number>();
  private readonly aside = new Set<string>();
  private readonly drafts: EntryDraft[] = [];
  /** How those were that changed. */
  private readonly before = new Map<string, Incident>();

  constructor(known: KeptIncident[], readonly now: Date) {
    this.add(known);
  }

  add(known: KeptIncident[]): void {
    for (const kept of known) {
      this.byKey.set(kept.incident.key, kept);
      const slot = slotOf(kept);
      if (slot) this.bySlot.set(slot, kept.incident.key);
    }
  }

  /** Lets one of these stand in each place where none does: an open incident is joined, even if it once came second. */
  adopt(open: KeptIncident[]): void {
    for (const kept of open) {
      if (this.byKey.has(kept.incident.key)) continue;
      const stands = !this.bySlot.has(kept.place);
      if (stands && !kept.stands) this.adopted.add(kept.incident.key);
      this.add([{ ...kept, stands }]);
    }
  }

  /** The places of incidents that are over, although these alerts still fire. */
  leftBy(alerts: Alert[]): string[] {
    const places = alerts.flatMap(alert => {
      const kept = this.of(alert);
      return kept && !isOpenStatus(kept.incident.status) ? [kept.place] : [];
    });
    return [...new Set(places)];
  }

  inSlot(slot: string): KeptIncident | undefined {
    return this.byKey.get(this.bySlot.get(slot) ?? '');
  }

  declare(alert: Alert, how: Declared): TriageAnswer {
    const { key, place, asked, after } = how;
    if (after) this.stepAside(after.kept, { ...after, to: key, alert, asked });
    const actor = asked ?? actorOf(alert);
    const decision = nameCauses(
      declareForAlert(alert, {
        ...{ ...how, now: this.now, person: asked },
        follows: after?.kept.incident.key,
      }),
      how.causes,
      { holdPages: how.holdPages, actor },
    );
    this.add([
      {
        incident: decision.after,
        ...{ place, stands: true, severityBy: 'system' },
        integration: alert.integration,
        runbookState: 'unchecked',
      },
    ]);
    this.byAlert.set(alert.id, key);
    this.write(key, decision);
    const reason = [
      asked && `${asked.ref} declared it`,
      after?.refusal ?? `no incident was open for ${placeInWords(place)}`,
      how.causes.length > 0 &&
        `it is probably because of ${causesInWords(how.causes)}`,
    ];
    return {
      incidentKey: key,
      triage: {
        outcome: 'declared',
        reason: reason.filter(Boolean).join('; '),
      },
    };
  }

  join(kept: KeptIncident, alert: Alert, level: SeverityLevel): TriageAnswer {
    const { key } = kept.incident;
    this.byAlert.set(alert.id, key);
    const outcome = joinIncident(kept.incident, alert, {
      ...{ now: this.now, level },
      severityBy: kept.severityBy,
    });
    const isOnlyCounted = outcome.because.length === 0 && kept.stands;
    if (isOnlyCounted && !this.adopted.has(key)) {
      kept.incident = outcome.after;
      this.joined.set(key, (this.joined.get(key) ?? 0) + 1);
    } else this.write(key, outcome);
    const reason = `${key} is open for ${placeInWords(kept.place)}`;
    return { incidentKey: key, triage: { outcome: 'attached', reason } };
  }

  /** An incident that was resolved while this alert still fires was resolved too early. */
  fireAgain(alert: Alert, planOf: () => Plan): void {
    const kept = this.of(alert);
    const status = kept?.incident.status;
    if (!kept || (status !== 'resolved' && status !== 'closed')) return;
    const { key } = kept.incident;
    const standing = this.inSlot(kept.place);
    if (standing) {
      const { window } = planOf();
      const refusal = refusalOf(standing.incident, { window }, this);
      // Another one that is open for the same place covers it.
      if (!refusal) return;
      this.stepAside(standing, { to: key, refusal, alert });
    }
    kept.stands = true;
    this.bySlot.set(kept.place, key);
    const { after, because } = moveIncident(kept.incident, {
      action: 'reopen',
      actor: actorOf(alert),
      now: this.now,
      reason: `${alert.title} still fires, so it is not over`,
    });
    const lastAlertAt = this.now.toISOString();
    this.write(key, { after: { ...after, lastAlertAt }, because });
  }

  worsen(alert: Alert, level: SeverityLevel): void {
    const kept = this.of(alert);
    if (!kept || kept.severityBy === 'user') return;
    if (!isOpenStatus(kept.incident.status)) return;
    if (level.rank >= kept.incident.severityRank) return;
    this.write(
      kept.incident.key,
      raiseSeverity(kept.incident, alert, { level, now: this.now }),
    );
  }

  /** Somebody took it up: here, or where the alert came from. */
  acknowledge(alert: Alert, person?: Actor): void {
    const kept = this.of(alert);
    if (kept?.incident.status !== 'declared') return;
    const moved = moveIncident(kept.incident, {
      action: 'investigate',
      actor: person ?? actorOf(alert),
      now: this.now,
      reason: person
        ? `${alert.title} was acknowledged`
        : `${alert.title} was acknowledged in ${alert.integration}`,
    });
    const acknowledgedAt =
      kept.incident.acknowledgedAt ?? this.now.toISOString();
    this.write(kept.incident.key, {
      ...moved,
      after: { ...moved.after, acknowledgedAt },
    });
  }

  calm(resolved: Alert[]): void {
    const counts = new Map<string, { count: number; actor: Actor }>();
    for (const alert of resolved) {
      const key = this.of(alert)?.incident.key;
      if (!key) continue;
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { count, actor: actorOf(alert) });
    }
    for (const [key, { count, actor }] of counts) {
      const { incident } = this.byKey.get(key)!;
      const context = { now: this.now, actor };
      this.write(key, calmIncident(incident, count, context));
    }
  }

  touched(): KeptIncident[] {
    return [...this.changed].map(key => this.byKey.get(key)!);
  }

  /** Those that were not there before, in their order. */
  declared(): Incident[] {
    return this.touched()
      .map(({ incident }) => incident)
      .filter(({ version }) => version === 0);
  }

  /** The others, to which nothing happened but that alerts joined them. */
  onlyJoined(): JoinedIncident[] {
    return [...this.joined].flatMap(([key, alerts]) =>
      this.changed.has(key) ? [] : { kept: this.byKey.get(key)!, alerts },
    );
  }

  /** Those whose place another one has taken. */
  steppedAside(): KeptIncident[] {
    return [...this.aside].map(key => this.byKey.get(key)!);
  }

  /** What people may have to be called for. */
  calls(): PageCall[] {
    return this.touched().flatMap(({ incident }) => {
      const told = this.drafts.findLast(
        draft => draft.incidentKey === incident.key,
      );
      // It was only given back its place: there is nothing to tell, and nobody to call.
      if (!told) return [];
      const before = this.before.get(incident.key);
      return callsFor(before, incident, told.actor);
    });
  }

  entries(): EntryDraft[] {
    return this.drafts;
  }

  /** Makes room in its place for another one; its alerts stay with it. */
  private stepAside(
    kept: KeptIncident,
    { to, refusal, ...by }: { to: string; refusal: string } & By,
  ): void {
    kept.stands = false;
    this.aside.add(kept.incident.key);
    this.write(
      kept.incident.key,
      followIncident(kept.incident, {
        ...{ to, refusal },
        actor: by.asked ?? actorOf(by.alert),
      }),
    );
  }

  private of(alert: Alert): KeptIncident | undefined {
    const key = alert.incidentKey ?? this.byAlert.get(alert.id);
    return key ? this.byKey.get(key) : undefined;
  }

  private write(key: string, { after, because }: Outcome): void {
    const kept = this.byKey.get(key)!;
    if (kept.incident.version > 0 && !this.before.has(key)) {
      this.before.set(key, kept.incident);
    }
    kept.incident = after;
    this.changed.add(key);
    this.drafts.push(...because);
  }
}

function actorOf(alert: Alert): Actor {
  return { type: 'integration', ref: alert.integration };
}
