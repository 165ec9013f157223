import type { Alert, AlertReceipt } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { NewId } from '../platform/identity';
import { readSeverity, type Severities } from '../severity';
import type { EntryDraft } from '../timeline';
import { nameOf } from './deliveryStore';
import type { Routes } from './prepareRoutes';
import { beginFlapping, carryOver } from './rules/flapping';
import { foldReplay } from './rules/foldReplay';
import { foldRestless, type RestlessFold } from './rules/foldRestless';
import { holdOf, isHeld, type Holds } from './rules/holdOf';
import { openAlert, openedEntry } from './rules/openAlert';
import { isPlaceless, placeAlert, routedEntry } from './rules/placeAlert';
import { receiptOf, type Outcome } from './rules/receiptOf';
import { reconsider, reconsideredEntry } from './rules/reconsider';
import { severityWord } from './rules/severityWord';
import type { Integration } from './settings';
import type { KeptAlert } from './store';
import type { AlertChanges, TriageAnswer } from './triagePort';

type LedgerContext = {
  severities: Severities;
  newId: NewId;
  routes: Routes;
  holds: Holds;
  now: Date;
};

type Source = {
  integration: Integration;
  keyIsVendors: boolean;
  /** When it came, if that is not now. */
  replay?: { receivedAt: Date };
};

type From = {
  integration: Integration;
  signal: AlertSignal;
  known?: KeptAlert;
  receivedAt: Date;
};

/**
 * What one attempt at a transaction makes of its signals, in memory: signals of one alert see what those before them did, even if
 * an alert opens, resolves and opens again within one delivery.
 */
export class AlertLedger {
  private readonly episodes = new Map<string, KeptAlert>();
  /** Id of the latest episode by integration and fingerprint. */
  private readonly latest = new Map<string, string>();
  private readonly changed = {
    opened: new Set<string>(),
    worsened: new Set<string>(),
    acknowledged: new Set<string>(),
    resolved: new Set<string>(),
    repeated: new Set<string>(),
    /** Without an incident so far, and to be triaged as if they opened now. */
    reconsidered: new Set<string>(),
    /** The same, because a replay gave them an entity at last. */
    placed: new Set<string>(),
    /** Only to be written: what flaps calls nobody, and neither does what is read again without having fired again. */
    held: new Set<string>(),
  };
  private readonly replaced: string[] = [];
  private readonly drafts: EntryDraft[] = [];

  constructor(known: KeptAlert[], private readonly context: LedgerContext) {
    for (const kept of known) this.keep(kept);
  }

  /** Enters a signal; the receipt is to be asked for once {@link settle} was called. */
  enter(
    { integration, keyIsVendors, replay }: Source,
    signal: AlertSignal,
    repeated: boolean,
  ): () => AlertReceipt {
    const { fingerprint } = signal;
    const slot = nameOf({ integration: integration.id, key: fingerprint });
    const known = this.episodes.get(this.latest.get(slot) ?? '');
    if (repeated && keyIsVendors) {
      const reason = 'this delivery was received before';
      return this.receipt(signal, { became: 'unchanged', reason }, known);
    }
    const receivedAt = replay?.receivedAt ?? this.context.now;
    const context = {
      actor: { type: 'integration', ref: integration.id } as const,
      flapping: integration.flapping,
    };
    const folded = replay
      ? foldReplay(known, signal, { ...context, receivedAt })
      : foldRestless(known, signal, { ...context, now: receivedAt, repeated });
    const from = { integration, signal, known, receivedAt };
    const after = this.apply(folded, from);
    const placed = replay && after && this.placeNow(after, from);
    return this.receipt(signal, placed ?? folded.fold, after);
  }

  changes(): AlertChanges {
    const of = (ids: Set<string>) =>
      [...ids].map(id => this.episodes.get(id)!.alert);
    const { opened, repeated, worsened, acknowledged, resolved } = this.changed;
    const { reconsidered, placed } = this.changed;
    const anew = of(new Set([...reconsidered, ...placed]));
    return {
      opened: [...of(opened), ...anew].filter(alert => !isHeld(alert)),
      repeated: of(repeated),
      worsened: of(worsened),
      acknowledged: [
        ...of(acknowledged),
        ...anew.filter(({ status }) => status === 'acknowledged'),
      ],
      resolved: of(resolved),
    };
  }

  settle(answers: Map<string, TriageAnswer>): void {
    for (const [id, answer] of answers) {
      const kept = this.episodes.get(id)!;
      kept.alert = { ...kept.alert, ...answer };
    }
  }

  /** Rows that another episode took the place of: they must step back before the new ones are written. */
  retired(): string[] {
    return this.replaced;
  }

  touched(): KeptAlert[] {
    const ids = new Set(
      Object.values(this.changed).flatMap(changed => [...changed]),
    );
    return [...ids].map(id => this.episodes.get(id)!);
  }

  entries(): EntryDraft[] {
    const opened = [...this.changed.opened].map(id =>
      openedEntry(this.episodes.get(id)!.alert),
    );
    const later = this.drafts.map(draft => ({
      ...draft,
      // An alert that opened in this commit had no incident yet when the entry was drafted.
      incidentKey:
        draft.kind === 'alert.held'
          ? undefined
          : this.episodes.get(draft.alertId!)!.alert.incidentKey,
    }));
    const { reconsidered, placed } = this.changed;
    const anew = [...reconsidered].map(id =>
      reconsideredEntry(this.episodes.get(id)!.alert),
    );
    const found = [...placed].map(id => {
      const { alert } = this.episodes.get(id)!;
      return routedEntry(alert, {
        ...{ type: 'integration', ref: alert.integration },
      });
    });
    return [...opened, ...later, ...anew, ...found];
  }

  private apply(
    { fold, unrest, isHeld: isQuiet }: RestlessFold,
    from: From,
  ): KeptAlert | undefined {
    const { known } = from;
    if (!('decision' in fold)) {
      return fold.became === 'opened' ? this.open(from) : known;
    }
    const { after, because } = fold.decision;
    this.drafts.push(...because);
    const { acknowledged, held } = this.changed;
    // Who took it up is news for its incident all the same.
    if (fold.became === 'acknowledged') acknowledged.add(after.id);
    (isQuiet ? held : this.changed[fold.became]).add(after.id);
    Object.assign(known!, { alert: after, unrest });
    if (fold.became !== 'repeated') return known;
    this.judgeAgain(known!, from);
    const isJudgedAnew = known!.alert.severity !== after.severity;
    const moved = reconsider(known!, { ...this.context, isJudgedAnew });
    if (!moved) return known;
    if (!this.changed.opened.has(after.id)) {
      this.changed.reconsidered.add(after.id);
    }
    return Object.assign(known!, moved);
  }

  private open(from: From): KeptAlert {
    const { integration, signal, known, receivedAt } = from;
    const { routes, severities, newId, now } = this.context;
    const route = routes.of(integration, signal);
    const scheme = severities.schemeFor(route.entityRef, routes.index);
    const severity = severityWord(signal, severities.labels);
    const reading = readSeverity(scheme, severity);
    const alert = openAlert(signal, {
      ...{ integration, route, reading, now: receivedAt },
      id: newId(),
    });
    if (known) {
      known.isCurrent = false;
      if (known.version > 0) this.replaced.push(known.alert.id);
    }
    this.changed.opened.add(alert.id);
    const said = { severity, entityRef: signal.entityRef };
    const held = holdOf(this.context.holds, alert, now);
    return this.keep({
      ...{ said, version: 0, isCurrent: true, ...held?.hold },
      ...this.watch(known, {
        alert: held ? { ...alert, triage: held.triage } : alert,
        settings: integration.flapping,
        now: receivedAt,
      }),
    });
  }

  /** A new episode, which flaps if the ones before it were many and short. */
  private watch(
    last: KeptAlert | undefined,
    opened: { alert: Alert; settings: Integration['flapping']; now: Date },
  ): Pick<KeptAlert, 'alert' | 'unrest'> {
    const { alert, settings, now } = opened;
    const unrest = carryOver(last, alert, settings);
    const begun = beginFlapping({ alert, unrest }, alert, { now, settings });
    if (!begun) return { alert, unrest };
    this.drafts.push(...begun.because);
    return begun.after;
  }

  /** A monitor may change its mind about how bad it is while the alert is open. */
  private judgeAgain(kept: KeptAlert, from: From): void {
    const { severities, routes } = this.context;
    const { alert } = kept;
    const word = severityWord(from.signal, severities.labels);
    if (!word) return;
    kept.said = { ...kept.said, severity: word };
    const scheme = severities.schemeFor(alert.entityRef, routes.index);
    const { level, remark } = readSeverity(scheme, word);
    if (level.id === alert.severity) return;
    kept.alert = { ...alert, severity: level.id, severityRemark: remark };
    this.changed.worsened.add(alert.id);
    this.drafts.push({
      kind: alert.flapping ? 'alert.held' : 'alert.repeated',
      actor: { type: 'integration', ref: from.integration.id },
      text: `${alert.title} is ${level.id} now, it was ${alert.severity}`,
      details: { title: alert.title, from: alert.severity, to: level.id },
      alertId: alert.id,
    });
  }

  /** Since an alert opened that nobody could place, somebody may have said whose it is. Answers what that means, if so. */
  private placeNow(kept: KeptAlert, from: From): Outcome | undefined {
    const { integration, signal } = from;
    const { routes, severities, holds, now } = this.context;
    if (signal.status !== 'firing' || !isPlaceless(kept.alert))
      return undefined;
    const route = routes.of(integration, signal);
    if (!route.entityRef) return undefined;
    const scheme = severities.schemeFor(route.entityRef, routes.index);
    const reading = readSeverity(scheme, kept.said.severity);
    const alert = placeAlert(kept.alert, route, reading);
    const held = holdOf(holds, alert, now);
    Object.assign(kept, {
      ...held?.hold,
      alert: held ? { ...alert, triage: held.triage } : alert,
    });
    if (!this.changed.opened.has(alert.id)) this.changed.placed.add(alert.id);
    return { became: 'placed', reason: route.routing.reason };
  }

  private keep(kept: KeptAlert): KeptAlert {
    const { id, integration, fingerprint } = kept.alert;
    this.episodes.set(id, kept);
    this.latest.set(nameOf({ integration, key: fingerprint }), id);
    return kept;
  }

  private receipt(
    signal: AlertSignal,
    outcome: Outcome,
    kept: KeptAlert | undefined,
  ): () => AlertReceipt {
    return () => receiptOf(signal, outcome, kept?.alert);
  }
}
