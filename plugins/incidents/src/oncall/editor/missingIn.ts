import type { Words } from '../../translation';
import type { ScheduleDraft } from './draftSchedule';
import type { Problem } from './problemsIn';

/** What has to be there before a schedule is sent. The rest the preview says. */
export function missingIn(
  { title, name }: ScheduleDraft,
  { t, isNew }: { t: Words; isNew: boolean },
): Problem[] {
  const problems: Problem[] = [];
  if (!title.trim())
    problems.push({ path: 'title', sentence: t('editor.title.missing') });
  if (isNew && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    problems.push({ path: 'name', sentence: t('editor.name.missing') });
  // The portal has other pages at these addresses.
  if (isNew && ['new', 'load'].includes(name))
    problems.push({ path: 'name', sentence: t('editor.name.new') });
  return problems;
}
