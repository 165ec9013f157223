import type {
  NobodyReason,
  ScheduleDefinition,
} from 'backstage-plugin-incidents-common';
import { absencesOf, changesOf, shadowsOf, type Change } from './amendments';
import { piecesOf, type Piece } from './pieces';
import { whoIsPresent, type Cause, type Present } from './present';
import { holding, type Span } from './span';
import { erasOf, type Era, type Stint } from './stints';

/** A stretch in which nothing changes: who is on call, who comes along, or why nobody. */
export type Step = Span & {
  present: Present;
  shadows: Array<[user: string, cause: Cause]>;
  nobody?: { reason: NobodyReason; users: string[] };
};

/** What of a level is to be laid, between two edits. */
export type LevelPlan = {
  era: Era;
  level: Era['levels'][number];
  changes: Change[];
  absences: ReturnType<typeof absencesOf>;
  shadows: ReturnType<typeof shadowsOf>;
};

/** What a schedule is in a span: from edit to edit, the plans of its levels. */
export function plansOf(
  schedule: ScheduleDefinition,
  asked: Span,
): Array<{ span: Span; plans: LevelPlan[] }> {
  return erasOf(schedule).flatMap(era => {
    const span = {
      from: Math.max(asked.from, era.from),
      to: Math.min(asked.to, era.to),
    };
    if (span.from >= span.to) return [];
    const exceptions = {
      changes: changesOf(schedule, era.zone, span),
      absences: absencesOf(schedule, era.zone, span),
      shadows: shadowsOf(schedule, era.zone, span),
    };
    const plans = era.levels.map(level => ({ era, level, ...exceptions }));
    return [{ span, plans }];
  });
}

/** What of the exceptions is about the level. */
export function exceptionsOf({ level, ...plan }: LevelPlan) {
  return {
    changes: plan.changes.filter(
      change => change.level === undefined || change.level === level.name,
    ),
    shadows: plan.shadows.filter(shadow => shadow.level === level.name),
    absences: plan.absences,
  };
}

/** Walks through a span from change to change. */
export function* stepsOf(plan: LevelPlan, span: Span): Generator<Step> {
  const { era, level } = plan;
  const pieces = level.stints.flatMap(stint => piecesOf(stint, era.zone, span));
  const { changes, shadows, absences } = exceptionsOf(plan);
  const edges = edgesOf(
    [pieces, changes, shadows, absences, level.stints],
    span,
  );
  const piecesAt = holding(pieces);
  const changesAt = holding(changes);
  const absentAt = usersOf(holding(absences));
  const shadowsAt = holding(shadows);
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i];
    const absent = absentAt(from);
    const isAbsent = (user: string) => absent.has(user);
    const onTurn = piecesAt(from);
    const { turns, present } = whoIsPresent(onTurn, changesAt(from), isAbsent);
    const comeAlong = shadowsAt(from).filter(
      ({ user, follows }) =>
        !isAbsent(user) &&
        !present.has(user) &&
        (follows === undefined ? present.size > 0 : present.has(follows)),
    );
    yield {
      ...{ from, to: edges[i + 1], present },
      shadows: comeAlong.map(({ user, id, follows, reason }) => [
        user,
        { kind: 'shadow', id, follows, reason },
      ]),
      ...(present.size === 0 && {
        nobody: whyNobody({ turns, onTurn, stints: level.stints }, from),
      }),
    };
  }
}

/** The same set, as long as nothing changes. */
function usersOf(heldAt: (at: number) => Array<{ user: string }>) {
  let held: Array<{ user: string }> | undefined;
  let users = new Set<string>();
  return (at: number) => {
    const now = heldAt(at);
    if (now !== held) users = new Set(now.map(({ user }) => user));
    held = now;
    return users;
  };
}

function edgesOf(lists: Span[][], { from, to }: Span): number[] {
  const edges = [from, to];
  for (const list of lists) {
    for (const span of list) {
      if (from < span.from && span.from < to) edges.push(span.from);
      if (from < span.to && span.to < to) edges.push(span.to);
    }
  }
  edges.sort((a, b) => a - b);
  return edges.filter((edge, i) => edge !== edges[i - 1]);
}

function whyNobody(
  known: { turns: Present; onTurn: Piece[]; stints: Stint[] },
  at: number,
): Step['nobody'] {
  const { turns, onTurn, stints } = known;
  if (turns.size > 0) return { reason: 'removed', users: [...turns.keys()] };
  if (onTurn.length > 0) {
    const users = onTurn.flatMap(piece =>
      piece.standIn
        ? piece.seats.flatMap(seat => seat.users)
        : piece.seats[piece.first].users,
    );
    return { reason: 'absent', users: [...new Set(users)] };
  }
  return { reason: reasonOf(stints, at), users: [] };
}

function reasonOf(stints: Stint[], at: number): NobodyReason {
  if (stints.length === 0) return 'no-rotation';
  const staffed = stints.filter(
    ({ order }) => order.seats.length + order.held.length > 0,
  );
  if (staffed.length === 0) return 'no-participants';
  if (staffed.some(({ from, to }) => from <= at && at < to))
    return 'outside-windows';
  return staffed.some(({ from }) => at < from) ? 'not-started' : 'ended';
}
