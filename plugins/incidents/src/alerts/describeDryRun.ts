import type { DryRun } from 'backstage-plugin-incidents-common';

/** What is asked: what came once, by the address, or what somebody pastes. */
export type DryRunDraft = { integration: string; body: string };

/** A record that came and is looked at again, if the address names one. */
export function pastDelivery(search: URLSearchParams): DryRun | undefined {
  const alert = search.get('alert');
  const deadLetter = search.get('deadLetter');
  const delivery = search.get('delivery');
  if (alert) return { alert };
  if (delivery) return { delivery };
  return deadLetter ? { deadLetter } : undefined;
}

/** What is still missing of a pasted delivery, and what would be asked. */
export function describeDryRunDraft(draft: DryRunDraft): {
  missing: ('integration' | 'body')[];
  question?: DryRun;
} {
  const integration = draft.integration.trim();
  const missing: ('integration' | 'body')[] = [];
  if (!integration) missing.push('integration');
  if (!draft.body.trim()) missing.push('body');
  return missing.length
    ? { missing }
    : { missing, question: { integration, body: draft.body } };
}
