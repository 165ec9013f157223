import { textOf } from './tolerant';

/** Macros as monitors leave them when they had nothing to put there: `{{alert.id}}`, `${id}`, `{EVENT.ID}`, `$HOSTNAME$`, `$host.name$`. */
const placeholder =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{[$?#]?[A-Z][A-Z0-9_.]*\}|\$_?[A-Z][A-Z0-9_]{2,}\$?|\$[a-z]+(?:\.[a-z_]+)+\$|\*UNKNOWN\*/;
const placeholders = new RegExp(placeholder, 'g');
const nothings = new Set(['null', 'undefined', 'none', '(null)', '<no value>']);

/**
 * Whether a text says nothing but the names of macros that were never replaced.
 *
 * @internal
 */
export function isUnexpanded(text: string): boolean {
  return (
    placeholder.test(text) &&
    !/[\p{L}\p{N}]/u.test(text.replace(placeholders, ''))
  );
}

/**
 * A text that somebody or something filled in, trimmed. Undefined when it is blank or nothing but macros.
 *
 * @internal
 */
export function expanded(value: unknown): string | undefined {
  const text = textOf(value)?.trim();
  return text && !isUnexpanded(text) ? text : undefined;
}

/**
 * A name that tells one thing from another. Undefined when it is blank, a word for nothing, or has a macro in it that was never
 * replaced, because then strangers would share it.
 *
 * @internal
 */
export function expandedName(value: unknown): string | undefined {
  const text = textOf(value)?.trim();
  if (!text || placeholder.test(text)) return undefined;
  return nothings.has(text.toLowerCase()) ? undefined : text;
}
