import parseFrontMatter from 'front-matter';
import type { RunbookText } from '../runbookFile';

/** What the front matter says, in so far as it can be understood; the rest in remarks, sentences without a full stop. */
export type FrontMatter = Omit<RunbookText, 'title' | 'steps' | 'markdown'> & {
  title?: string;
  body: string;
  remarks: string[];
};

const fence = /^---\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const mostPatterns = 100;
const longestWord = 200;

export function readFrontMatter(text: string): FrontMatter {
  const [block] = fence.exec(text) ?? [];
  // The library also finds blocks that do not begin at the first character, such as two rules in a text.
  if (!block) return { alerts: [], severities: [], body: text, remarks: [] };
  const body = text.slice(block.length);
  const remarks: string[] = [];
  try {
    const { attributes } = parseFrontMatter<unknown>(block);
    if (typeof attributes === 'object' && !Array.isArray(attributes)) {
      const fields = attributes as Record<string, unknown>;
      return { ...fieldsOf(fields, remarks), body, remarks };
    }
    remarks.push('its front matter is not a list of fields');
  } catch (error) {
    remarks.push(`its front matter is not YAML: ${firstLineOf(error)}`);
  }
  return { alerts: [], severities: [], body, remarks };
}

function fieldsOf(fields: Record<string, unknown>, remarks: string[]) {
  const title = wordOf(fields, 'title', remarks);
  const executableBy = wordOf(fields, 'executable_by', remarks);
  const lastReviewed = dayOf(fields.last_reviewed, remarks);
  const { rare } = fields;
  if (rare !== undefined && rare !== null && typeof rare !== 'boolean') {
    remarks.push('"rare" in its front matter is neither true nor false');
  }
  return {
    ...(title && { title }),
    alerts: wordsOf(fields, 'alerts', remarks),
    severities: wordsOf(fields, 'severities', remarks),
    ...(lastReviewed && { lastReviewed }),
    ...(executableBy && { executableBy }),
    ...(typeof rare === 'boolean' && { rare }),
  };
}

function wordOf(
  fields: Record<string, unknown>,
  name: string,
  remarks: string[],
): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).trim().slice(0, longestWord) || undefined;
  }
  remarks.push(`"${name}" in its front matter is not text`);
  return undefined;
}

/** One word, or several. */
function wordsOf(
  fields: Record<string, unknown>,
  name: string,
  remarks: string[],
): string[] {
  const value = fields[name] ?? [];
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const words = given
    .slice(0, mostPatterns)
    .filter(word => typeof word === 'string' || typeof word === 'number')
    .map(word => String(word).trim())
    .filter(word => word !== '' && word.length <= longestWord);
  if (words.length < given.length) {
    remarks.push(
      `"${name}" in its front matter may have up to ${mostPatterns} texts of up to ${longestWord} characters; the others are left out`,
    );
  }
  return words;
}

/** YAML has read an unquoted day as a date already. */
function dayOf(value: unknown, remarks: string[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  const date = value instanceof Date ? value : dateOf(String(value).trim());
  if (date && !Number.isNaN(date.getTime())) {
    return date.toISOString().slice(0, 10);
  }
  remarks.push(
    '"last_reviewed" in its front matter is not a day such as 2026-01-31',
  );
  return undefined;
}

function dateOf(text: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}/.test(text)
    ? new Date(`${text.slice(0, 10)}T00:00:00Z`)
    : undefined;
}

function firstLineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0].replace(/:$/, '').slice(0, longestWord);
}
