import { bounds } from './bounds';
import { expanded } from './placeholders';
import { membersOf, recordOf, textOf } from './tolerant';

/**
 * Tags as labels: `service:checkout`, `service=checkout`, `{ tag, value }` or `{ name, value }`, in a list, as its JSON, or with commas
 * between them. Tags without a value stand together under `tags`; a name that is there twice has both values.
 *
 * @internal
 */
export function readTags(tags: unknown): Record<string, string> {
  const labels = new Map<string, string[]>();
  for (const tag of listOfTags(tags)) {
    const [name, value] = readTag(tag);
    if (!value || name === '__proto__') continue;
    const values = labels.get(name) ?? [];
    if (!values.includes(value)) labels.set(name, [...values, value]);
  }
  return Object.fromEntries(
    [...labels].map(([name, values]) => [name, values.join(', ')]),
  );
}

function listOfTags(tags: unknown): unknown[] {
  if (typeof tags !== 'string') return membersOf(tags).slice(0, bounds.labels);
  const text = tags.trim();
  const list = text.startsWith('[') ? parsed(text) : undefined;
  return membersOf(list ?? text.split(',')).slice(0, bounds.labels);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readTag(tag: unknown): [string, string | undefined] {
  const { tag: key, name = key, value } = recordOf(tag) ?? {};
  const named = expanded(name);
  if (named)
    return textOf(value)?.trim()
      ? [named, textOf(value)!.trim()]
      : ['tags', named];
  const text = expanded(tag) ?? '';
  const at = text.search(/[:=]/);
  const rest = text.slice(at + 1).trim();
  // The colon of an address parts no name from a value.
  return at < 1 || !rest || rest.startsWith('//')
    ? ['tags', text]
    : [text.slice(0, at).trim(), expanded(rest)];
}
