/**
 * An address that may be relative to a base from the same payload. Undefined when it leads nowhere.
 *
 * @internal
 */
export function linkTo(
  address: string | undefined,
  base: string | undefined,
): string | undefined {
  const wanted = address?.trim();
  if (!wanted) return undefined;
  if (URL.canParse(wanted)) return wanted;
  const folder = base?.trim().replace(/([^/])$/, '$1/');
  return folder && URL.canParse(wanted, folder)
    ? new URL(wanted, folder).href
    : undefined;
}
