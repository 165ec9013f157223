import type { Words } from '../translation';

const known = ['portal', 'email', 'webhook'] as const;

/** What a way to tell people is called; one of a module says so itself. */
export function wayName(notifier: string, t: Words, title = notifier): string {
  const own = known.find(id => id === notifier);
  return own ? t(`paged.way.${own}`) : title;
}
