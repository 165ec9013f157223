/** Whether a runbook was not reviewed for that many days, or never. */
export function isStale(
  lastReviewed: string | undefined,
  now: Date,
  days: number,
): boolean {
  if (lastReviewed === undefined) return true;
  const reviewed = new Date(`${lastReviewed}T00:00:00Z`).getTime();
  return now.getTime() - reviewed > days * 24 * 60 * 60 * 1000;
}
