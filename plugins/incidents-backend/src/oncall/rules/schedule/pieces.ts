import { queueAt, type Queue } from './order';
import { cut, type Span } from './span';
import type { Stint } from './stints';
import { coverage } from './windows';
import type { Zone } from '../../../platform/calendar/zone';

/** A stretch in which a rotation is on call, and nobody hands over. */
export type Piece = Span &
  Queue & {
    rotation: string;
    priority: number;
    standIn: boolean;
    turn: number;
  };

/** What a rotation says of a span, between two edits. */
export function piecesOf(stint: Stint, zone: Zone, span: Span): Piece[] {
  const { rotation, order } = stint;
  const within = {
    from: Math.max(span.from, stint.from),
    to: Math.min(span.to, stint.to),
  };
  if (within.from >= within.to || order.seats.length + order.held.length === 0)
    return [];
  const pieces = order.turns.over(within).map(turn => ({
    ...turn,
    ...queueAt(order, turn.turn),
    rotation: rotation.name,
    priority: rotation.priority,
    standIn: rotation.whenAbsent === 'next',
  }));
  const { windows } = rotation;
  return windows ? cut(pieces, coverage(windows, zone, within)) : pieces;
}
