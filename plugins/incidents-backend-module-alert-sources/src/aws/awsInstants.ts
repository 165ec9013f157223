import { readInstant } from '../instants';
import { textOf } from '../tolerant';

const http =
  /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * An instant as AWS writes it: RFC 3339, the same with `+0000` for the zone (CloudWatch), or as in HTTP (AWS Health).
 *
 * @internal
 */
export function readAwsInstant(value: unknown): Date | undefined {
  const text = (textOf(value) ?? '').trim();
  if (http.test(text)) {
    const instant = new Date(text);
    return instant.getTime() > 0 ? instant : undefined;
  }
  return text.length > 40
    ? undefined
    : readInstant(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
