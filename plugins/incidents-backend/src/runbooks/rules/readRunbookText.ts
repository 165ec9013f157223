import type { RunbookText } from '../runbookFile';
import { readFrontMatter } from './readFrontMatter';
import { readOutline } from './readOutline';

/**
 * What a Markdown file says about itself. Whatever is wrong with its front matter, it is offered: by its first heading, or by
 * its name.
 */
export function readRunbookText(
  text: string,
  path: string,
): { runbook: RunbookText; remarks: string[] } {
  const { body, remarks, title, ...fields } = readFrontMatter(text);
  const { heading, steps } = readOutline(body);
  return {
    runbook: {
      ...fields,
      title: title ?? heading ?? nameOf(path),
      steps,
      markdown: body,
    },
    remarks: remarks.map(remark => `${path}: ${remark}`),
  };
}

/** `runbooks/queue-full.md` → `Queue full`. */
function nameOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const words = file.replace(/[-_]+/g, ' ').trim() || file;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
