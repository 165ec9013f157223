import type { ActOnAlert, Matcher } from 'backstage-plugin-incidents-common';
import { usableMatchers } from './describeMatchers';

/** What is in the form so far. */
export type BindingDraft = {
  entityRef?: string;
  withRule: boolean;
  matchers: Matcher[];
};

/** What is still missing, and what would be sent. */
export function describeBinding(draft: BindingDraft): {
  missing: ('entity' | 'matchers')[];
  body?: Extract<ActOnAlert, { action: 'bind' }>;
} {
  const rule = draft.withRule ? usableMatchers(draft.matchers) : undefined;
  const missing: ('entity' | 'matchers')[] = [];
  if (draft.withRule && !rule) missing.push('matchers');
  if (!draft.entityRef) missing.push('entity');
  if (missing.length || !draft.entityRef) return { missing };
  const { entityRef } = draft;
  return {
    missing,
    body: { action: 'bind', entityRef, ...(rule && { rule }) },
  };
}
