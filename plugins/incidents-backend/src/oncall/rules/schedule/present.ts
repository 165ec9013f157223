import type { Change } from './amendments';
import type { Piece } from './pieces';

/** Why somebody is on call. */
export type Cause =
  | {
      kind: 'turn';
      rotation: string;
      turn: number;
      /** Of users who share a turn. */
      seat: string;
      /** Whose turn it is, when they are absent. */
      insteadOf?: string;
    }
  | { kind: 'replace'; id: string; leaves: string[]; reason?: string }
  | { kind: 'add'; id: string; reason?: string }
  | { kind: 'swap'; id: string; leaves: string; reason?: string }
  | { kind: 'shadow'; id: string; follows?: string; reason?: string };

/** Users on call and why, in their order. */
export type Present = Map<string, Cause>;

type IsAbsent = (user: string) => boolean;

/** Who is on call, and who would be without overrides and swaps. */
export function whoIsPresent(
  pieces: Piece[],
  changes: Change[],
  isAbsent: IsAbsent,
): { turns: Present; present: Present } {
  const whoIs = (isAway: IsAbsent) => {
    const turns = whoseTurn(pieces, isAway);
    return { turns, present: amended(turns, changes, isAbsent) };
  };
  // For whoever is absent and has somebody to come for them, nobody else stands in.
  const covered = changes.flatMap(change => {
    if (change.kind === 'swap')
      return isAbsent(change.comes) ? [] : [change.leaves];
    return change.kind === 'replace' && !isAbsent(change.user)
      ? change.replaces ?? []
      : [];
  });
  const asAgreed = whoIs(user => isAbsent(user) && !covered.includes(user));
  return [...asAgreed.present.keys()].some(isAbsent)
    ? whoIs(isAbsent)
    : asAgreed;
}

/** Who has the turn: of the rotations that have somebody, those of the highest priority. */
function whoseTurn(pieces: Piece[], isAbsent: IsAbsent): Present {
  const present: Present = new Map();
  let reached = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((a, b) => b.priority - a.priority)) {
    if (piece.priority < reached) break;
    const seated = seatedOf(piece, isAbsent);
    if (!seated) continue;
    reached = piece.priority;
    for (const user of seated.users) {
      if (!present.has(user)) present.set(user, seated.cause);
    }
  }
  return present;
}

function seatedOf(piece: Piece, isAbsent: IsAbsent) {
  const { seats, first, rotation, turn } = piece;
  const tried = piece.standIn ? seats.length : 1;
  for (let i = 0; i < tried; i++) {
    const seat = seats[(first + i) % seats.length];
    const users = seat.users.filter(user => !isAbsent(user));
    if (users.length > 0) {
      const insteadOf = i > 0 ? seats[first].name : undefined;
      const cause = { kind: 'turn' as const, rotation, turn, seat: seat.name };
      return { users, cause: { ...cause, ...(insteadOf && { insteadOf }) } };
    }
  }
  return undefined;
}

/** What a swap or an override makes of it. One to somebody who is absent has no effect: better the one before than nobody. */
function amended(
  present: Present,
  changes: Change[],
  isAbsent: IsAbsent,
): Present {
  let now = present;
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i];
    if (change.kind === 'swap') {
      // Both halves of a swap at once, or the second would undo the first.
      const halves = [change];
      const other = changes[i + 1];
      if (other?.kind === 'swap' && other.id === change.id) {
        halves.push(other);
        i++;
      }
      now = swapped(now, halves, isAbsent);
    } else if (change.kind === 'remove') {
      now = new Map([...now].filter(([user]) => user !== change.user));
    } else if (!isAbsent(change.user)) {
      now = change.kind === 'add' ? added(now, change) : replaced(now, change);
    }
  }
  return now;
}

function added(now: Present, { user, id, reason }: Change & { kind: 'add' }) {
  return now.has(user)
    ? now
    : new Map([...now, [user, { kind: 'add' as const, id, reason }]]);
}

function replaced(now: Present, change: Change & { kind: 'replace' }): Present {
  const { user, replaces, id, reason } = change;
  if (replaces !== undefined && !now.has(replaces)) return now;
  if (replaces === user) return now;
  const leaves = replaces ? [replaces] : [...now.keys()];
  const cause = { kind: 'replace' as const, id, leaves, reason };
  if (!replaces) {
    // Who replaces everybody and was on call already stays for the reason they had.
    return new Map([[user, now.get(user) ?? cause]]);
  }
  return inPlaceOf(now, new Map([[replaces, { user, cause }]]));
}

function swapped(
  now: Present,
  halves: Array<Change & { kind: 'swap' }>,
  isAbsent: IsAbsent,
): Present {
  const steps = new Map(
    halves
      .filter(({ leaves, comes }) => now.has(leaves) && !isAbsent(comes))
      .map(({ leaves, comes, id, reason }) => [
        leaves,
        { user: comes, cause: { kind: 'swap' as const, id, leaves, reason } },
      ]),
  );
  return steps.size > 0 ? inPlaceOf(now, steps) : now;
}

/** Each at the place of whom they stand for. Who would be there twice is there once, where they had been before. */
function inPlaceOf(
  now: Present,
  steps: Map<string, { user: string; cause: Cause }>,
): Present {
  const after: Present = new Map();
  for (const [user, cause] of now) {
    const step = steps.get(user);
    const comes = step?.user ?? user;
    const stays = step && now.has(comes) && !steps.has(comes);
    if (!stays) after.set(comes, step?.cause ?? cause);
  }
  return after;
}
