import type { Matcher } from 'backstage-plugin-incidents-common';
import type { Words } from '../translation';

/** Conditions as a sentence: `service is checkout and env is not staging`. */
export function describeMatchers(
  matchers: readonly Matcher[],
  t: Words,
): string {
  return matchers
    .map(matcher => describeMatcher(matcher, t))
    .join(t('matchers.and'));
}

function describeMatcher({ label, op, value }: Matcher, t: Words): string {
  if (op === 'equals' && !value) return t('matchers.absent', { label });
  if (op === 'not' && !value) return t('matchers.present', { label });
  return t(`matchers.${op}`, { label, value });
}

/** What can be sent of the conditions in a form: those with a label; nothing when one has only a value, or none is left. */
export function usableMatchers(
  matchers: readonly Matcher[],
): Matcher[] | undefined {
  const touched = matchers
    .map(matcher => ({ ...matcher, label: matcher.label.trim() }))
    .filter(({ label, value }) => label || value);
  const usable = touched.filter(({ label }) => label);
  return usable.length && usable.length === touched.length ? usable : undefined;
}
