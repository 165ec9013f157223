import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { bodyText, headerOf, readJson } from '../bodies';

const attributes = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'dataschema',
];

/**
 * The event or events of a request: in binary mode its attributes are headers and the body is its data, else the body is all.
 *
 * @throws Error with a sentence that says what is wrong.
 * @internal
 */
export function readEvents(request: WebhookRequest): unknown {
  const text = bodyText(request);
  const isStructured = headerOf(request, 'content-type')
    .trim()
    .toLowerCase()
    .startsWith('application/cloudevents');
  if (isStructured || !headerOf(request, 'ce-specversion')) {
    if (!text) throw new Error('The body is empty');
    return readJson(text);
  }
  const event = attributes.flatMap(name => {
    const value = headerOf(request, `ce-${name}`);
    return value ? [[name, unescaped(value)]] : [];
  });
  return { ...Object.fromEntries(event), data: text || undefined };
}

/** What is not printable ASCII is written with percent signs, and some writers put quotes around. */
function unescaped(value: string): string {
  const bare = value.trim().replace(/^"([^"]*)"$/, '$1');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
