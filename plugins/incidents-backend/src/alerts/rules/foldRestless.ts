import type { Alert } from 'backstage-plugin-incidents-common';
import type { AlertSignal } from 'backstage-plugin-incidents-node';
import type { EntryDraft } from '../../timeline';
import {
  beginFlapping,
  fireWhileFlapping,
  inWords,
  momentOf,
  resolveWhileFlapping,
  type FlappingSettings,
  type Restless,
  type Unrest,
} from './flapping';
import { foldSignal, type Fold, type FoldContext } from './foldSignal';

export type RestlessContext = FoldContext & {
  flapping: FlappingSettings | undefined;
};

/** What a signal means, whether its alert flaps or not. */
export type RestlessFold = {
  fold: Fold;
  unrest?: Unrest;
  /** The change is recorded, and nobody is told: neither its incident nor others. */
  isHeld?: boolean;
};

/** What {@link foldSignal} says, unless the alert flaps or begins to. */
export function foldRestless(
  known: Restless | undefined,
  signal: AlertSignal,
  context: RestlessContext,
): RestlessFold {
  if (known?.alert.flapping) return foldFlapping(known, signal, context);
  const unrest = known?.unrest;
  const fold = foldSignal(known?.alert, signal, context);
  if (!known || fold.became !== 'resolved') return { fold, unrest };
  const begun = beginFlapping(
    { alert: fold.decision.after, unrest },
    known.alert,
    { now: context.now, settings: context.flapping },
  );
  if (!begun) return { fold, unrest };
  const { alert, ...rest } = begun.after;
  const reason = `${fold.reason}, and it flaps`;
  return {
    fold: {
      became: 'resolved',
      reason: tell(reason, alert),
      decision: { after: alert, because: begun.because },
    },
    unrest: rest.unrest,
    isHeld: true,
  };
}

function foldFlapping(
  known: Restless,
  signal: AlertSignal,
  context: RestlessContext,
): RestlessFold {
  const fold = foldSignal(momentOf(known), signal, context);
  const { unrest } = known;
  if (fold.became === 'unchanged') return { fold, unrest };
  const during = { now: context.now, calm: context.flapping?.calm };
  if (fold.became === 'opened') {
    return hold(fireWhileFlapping(known, signal, during), context, {
      became: 'repeated',
      says: 'fires again',
    });
  }
  const { after } = fold.decision;
  if (fold.became === 'resolved') {
    return hold(
      resolveWhileFlapping(known, after.resolvedAt!, during),
      context,
      { became: 'resolved', says: 'is resolved by its monitor' },
    );
  }
  const { startedAt } = known.alert;
  const alert: Alert = { ...after, startedAt };
  return hold({ alert, unrest }, context, {
    became: fold.became,
    says:
      fold.became === 'repeated'
        ? 'still fires'
        : 'was acknowledged where it came from',
  });
}

function hold(
  { alert, unrest }: Restless,
  { actor }: RestlessContext,
  held: { became: 'repeated' | 'resolved' | 'acknowledged'; says: string },
): RestlessFold {
  const { became, says } = held;
  const { id, title, occurrences, flapping, incidentKey } = alert;
  const because: EntryDraft = {
    kind: 'alert.held',
    actor,
    text: tell(`${title} ${says} while it flaps`, alert),
    details: { title, became, occurrences, ...flapping },
    alertId: id,
    incidentKey,
  };
  return {
    fold: {
      became,
      reason: tell(`it ${says} while it flaps, which is held back`, alert),
      decision: { after: alert, because: [because] },
    },
    unrest,
    isHeld: true,
  };
}

function tell(sentence: string, { flapping }: Alert): string {
  return `${sentence}: ${inWords(flapping!)}`;
}
