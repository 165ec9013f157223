import type { RequiredAccess } from 'backstage-plugin-incidents-common';

/** How a confirmation stands. */
export function accessState(
  confirmedAt: string | undefined,
  { holdsFor, now }: { holdsFor: number; now: Date },
): Pick<RequiredAccess, 'state' | 'confirmedAt' | 'expiresAt'> {
  if (confirmedAt === undefined) return { state: 'missing' };
  const expires = new Date(Date.parse(confirmedAt) + holdsFor);
  const state = now < expires ? 'confirmed' : 'expired';
  return { state, confirmedAt, expiresAt: expires.toISOString() };
}
