/** The parameters of a runbook's page and of its endpoint. */
export type RunbookPlace = {
  kind: string;
  namespace: string;
  name: string;
  id: string;
};

/** Where a runbook lives, read from the address of its page; nothing for an address elsewhere. */
export function placeOfRunbook(url: string): RunbookPlace | undefined {
  const match =
    /\/runbooks\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)\/?$/.exec(url);
  if (!match) return undefined;
  const [kind, namespace, name, id] = match.slice(1).map(decode);
  return { kind, namespace, name, id };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
