import type {
  Override,
  ScheduleDefinition,
  Shadow,
  Swap,
} from 'backstage-plugin-incidents-common';
import type { Span } from './span';
import { instantOf } from './stints';
import type { Zone } from '../../../platform/calendar/zone';

/** One half of a swap: whoever is on call as `from` hands over to `to`. */
type Exchange = {
  kind: 'swap';
  id: string;
  level?: string;
  leaves: string;
  comes: string;
  reason?: string;
};

type Timed = {
  from: string;
  to: string;
  madeAt?: string;
  withdrawnAt?: string;
};

/** With instants for moments. */
type InTime<T> = T extends unknown ? Omit<T, keyof Timed> & Span : never;

/** What changes who is on call, for a while. */
export type Change = InTime<Override> | (Exchange & Span);

/** When it has an effect: not before it was made, and not after it was withdrawn, so that neither changes the past. */
function effectOf(amendment: Timed, zone: Zone): Span {
  const { from, to, madeAt, withdrawnAt } = amendment;
  return {
    from: Math.max(
      instantOf(from, zone, 'first'),
      madeAt ? Date.parse(madeAt) : Number.NEGATIVE_INFINITY,
    ),
    to: Math.min(
      instantOf(to, zone, 'last'),
      withdrawnAt ? Date.parse(withdrawnAt) : Number.POSITIVE_INFINITY,
    ),
  };
}

function withEffect<T extends Timed>(
  amendments: T[],
  zone: Zone,
  span: Span,
): Array<{ amendment: T; effect: Span }> {
  return amendments
    .map(amendment => ({ amendment, effect: effectOf(amendment, zone) }))
    .filter(
      ({ effect: { from, to } }) =>
        from < to && from < span.to && span.from < to,
    );
}

/** Earlier ones first: the last word counts, in whatever order they are listed. */
function byOrder(
  kind: string,
  { madeAt, id }: { madeAt?: string; id: string },
) {
  return [new Date(madeAt ?? 0).toISOString(), kind, id].join(' ');
}

/** Overrides and swaps. */
export function changesOf(
  schedule: ScheduleDefinition,
  zone: Zone,
  span: Span,
): Change[] {
  const overrides = withEffect(schedule.overrides, zone, span).map(
    ({ amendment, effect }) => ({
      order: byOrder('override', amendment),
      change: { ...amendment, ...effect } as Change,
    }),
  );
  const swaps = withEffect(schedule.swaps.flatMap(halvesOf), zone, span).map(
    ({ amendment: { madeAt, withdrawnAt, ...half }, effect }) => ({
      order: byOrder('swap', { madeAt, id: half.id }),
      change: { ...half, ...effect },
    }),
  );
  return [...overrides, ...swaps]
    .sort((a, b) => compare(a.order, b.order))
    .map(({ change }) => change);
}

function halvesOf({ between: [a, b], ...swap }: Swap) {
  return [
    { kind: 'swap' as const, ...swap, from: a.from, to: a.to },
    { kind: 'swap' as const, ...swap, from: b.from, to: b.to },
  ].map((half, i) => ({
    ...half,
    leaves: i === 0 ? a.user : b.user,
    comes: i === 0 ? b.user : a.user,
  }));
}

export function absencesOf(
  schedule: ScheduleDefinition,
  zone: Zone,
  span: Span,
): Array<Span & { user: string }> {
  return withEffect(schedule.absences, zone, span).map(
    ({ amendment: { user }, effect }) => ({ user, ...effect }),
  );
}

export function shadowsOf(
  schedule: ScheduleDefinition,
  zone: Zone,
  span: Span,
): Array<InTime<Shadow>> {
  return withEffect(schedule.shadows, zone, span)
    .map(({ amendment, effect }) => ({ ...amendment, ...effect }))
    .sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
