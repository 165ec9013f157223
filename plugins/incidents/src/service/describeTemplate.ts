/** The headings and steps of a new runbook, in the language of the reader. */
export type TemplateWords = {
  title: string;
  check: string;
  checkStep: string;
  checkChange: string;
  mitigate: string;
  mitigateStep: string;
  escalate: string;
  escalateStep: string;
  done: string;
  doneStep: string;
};

/** A runbook to start from: what a person who does not know the service needs at night, in that order. */
export function describeTemplate(words: TemplateWords, now: Date): string {
  return [
    '---',
    `title: ${JSON.stringify(words.title)}`,
    "alerts: ['*']",
    `last_reviewed: ${now.toISOString().slice(0, 10)}`,
    '---',
    '',
    `## ${words.check}`,
    '',
    `- [ ] ${words.checkStep}`,
    `- [ ] ${words.checkChange}`,
    '',
    `## ${words.mitigate}`,
    '',
    `- [ ] ${words.mitigateStep}`,
    '',
    `## ${words.escalate}`,
    '',
    `- [ ] ${words.escalateStep}`,
    '',
    `## ${words.done}`,
    '',
    `- [ ] ${words.doneStep}`,
    '',
  ].join('\n');
}

/** The annotation that makes the folder known. */
export const runbooksAnnotation = [
  'metadata:',
  '  annotations:',
  '    incidents/runbooks: ./runbooks',
].join('\n');
