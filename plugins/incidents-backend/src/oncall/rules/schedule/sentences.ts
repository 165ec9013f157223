import type { NobodyReason } from 'backstage-plugin-incidents-common';
import { listOf } from '../../../platform/sentences';
import type { Cause } from './present';

/** How people are called in sentences. */
export type NameOf = (user: string) => string;

/** Why this user is on call. */
export function sentenceOf(user: string, cause: Cause, nameOf: NameOf): string {
  const name = nameOf(user);
  switch (cause.kind) {
    case 'turn': {
      const { rotation, insteadOf } = cause;
      const turn = turnOf(cause.seat, nameOf);
      return insteadOf
        ? `${name} stands in for ${nameOf(
            insteadOf,
          )}, who is absent, in the rotation ${rotation}.`
        : `It is the turn of ${turn} in the rotation ${rotation}.`;
    }
    case 'replace': {
      const leaves = listOf(cause.leaves.map(nameOf)) || 'nobody';
      return `${name} replaces ${leaves}${because(cause.reason)}.`;
    }
    case 'add':
      return `${name} was added${because(cause.reason)}.`;
    case 'swap':
      return `${name} swapped with ${nameOf(cause.leaves)}${because(
        cause.reason,
      )}.`;
    default:
      return `${name} comes along to learn, and is not paged${because(
        cause.reason,
      )}.`;
  }
}

function turnOf(seat: string, nameOf: NameOf): string {
  return seat.startsWith('user:') ? nameOf(seat) : seat;
}

function because(reason: string | undefined): string {
  return reason ? `: ${reason.replace(/[.\s]+$/, '')}` : '';
}

/** Why nobody is on call. */
export function nobodySentence(
  reason: NobodyReason,
  level: string,
  names: string[],
): string {
  const who = listOf(names);
  const verb = names.length > 1 ? 'are' : 'is';
  const sentences: Record<NobodyReason, string> = {
    unknown: 'No shift is known.',
    'no-rotation': `${level} has no rotation.`,
    'no-participants': `Nobody takes part in the rotations of ${level}.`,
    'not-started': `No rotation of ${level} has started.`,
    ended: `The rotations of ${level} have ended.`,
    'outside-windows': `It is outside the windows of ${level}.`,
    absent: `${who} ${verb} absent, and nobody stands in.`,
    removed: `${who} ${
      names.length > 1 ? 'were' : 'was'
    } taken off call, and nobody was put in their place.`,
  };
  return sentences[reason];
}
