import type {
  Actor,
  AmendSchedule,
  SwapShifts,
} from 'backstage-plugin-incidents-common';

/** An exception, by whom it concerns. */
export type Concerned = Pick<SwapShifts, 'between'> | Who;

type Who = {
  kind: AmendSchedule['kind'];
  user: string;
  replaces?: string;
};

/**
 * Whether somebody changes nothing but their own shifts: who gives theirs away, swaps, helps out, comes along or is absent. To take
 * the shift of somebody else is to change theirs.
 */
export function isOwn(amendment: Concerned, actor: Actor): boolean {
  if (actor.type !== 'user') return false;
  if ('between' in amendment) {
    return amendment.between.some(({ user }) => user === actor.ref);
  }
  return amendment.kind === 'replace'
    ? amendment.replaces === actor.ref
    : amendment.user === actor.ref;
}
