import type { WebhookRequest } from 'backstage-plugin-incidents-node';
import { bounds } from './bounds';

type Reviver = (
  name: string,
  value: unknown,
  context?: { source?: string },
) => unknown;

const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown;

/**
 * Reads JSON, with whole numbers that would lose digits as texts.
 *
 * @throws Error with a sentence that says what is wrong.
 * @internal
 */
export function readJson(text: string): unknown {
  try {
    return parse(text, /\d{16}/.test(text) ? keepDigits : undefined);
  } catch (error) {
    throw new Error(`The body is not JSON: ${(error as Error).message}`);
  }
}

/**
 * Reads a body that is JSON, whatever its content type says, or a form: `multipart/form-data` by its boundary, anything else as
 * `application/x-www-form-urlencoded`.
 *
 * @throws Error with a sentence that says what is wrong.
 * @internal
 */
export function readJsonOrForm(request: WebhookRequest): unknown {
  const text = bodyText(request);
  if (!text) throw new Error('The body is empty');
  if (/^[{["]/.test(text)) return readJson(text);
  const boundary = /boundary="?([^";]+)/i.exec(
    headerOf(request, 'content-type'),
  );
  const fields = boundary
    ? multipartFields(text, boundary[1])
    : [...new URLSearchParams(text)];
  // Assigned to another object, this name would not become a field.
  const safe = fields.filter(([name]) => name !== '__proto__');
  return Object.fromEntries(safe.slice(0, bounds.labelsRead));
}

/** @internal */
export function bodyText(request: WebhookRequest): string {
  return request.rawBody
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
}

/**
 * A header that is there once, or nothing.
 *
 * @internal
 */
export function headerOf(request: WebhookRequest, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function keepDigits(
  _: string,
  value: unknown,
  context?: { source?: string },
): unknown {
  const source = context?.source;
  const isRounded =
    typeof value === 'number' &&
    !Number.isSafeInteger(value) &&
    source !== undefined &&
    /^-?\d+$/.test(source);
  return isRounded ? source : value;
}

function multipartFields(text: string, boundary: string): [string, string][] {
  return text
    .split(`--${boundary.trim()}`, bounds.labelsRead)
    .flatMap((part): [string, string][] => {
      const [head, ...rest] = part.replaceAll('\r\n', '\n').split('\n\n');
      const name = /\bname="([^"]*)"/i.exec(head)?.[1];
      return name ? [[name, rest.join('\n\n').trim()]] : [];
    });
}
