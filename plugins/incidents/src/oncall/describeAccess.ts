import type {
  AccessFinding,
  OnCallPerson,
  RequiredAccess,
} from 'backstage-plugin-incidents-common';

/** What somebody has not confirmed, in one line. */
export type AccessFindingView = {
  person: OnCallPerson;
  tools: string[];
  level: string;
  shiftFrom: string;
  hasBegun: boolean;
};

/** A line for each person, in the order in which their shifts begin. */
export function describeFindings(items: AccessFinding[]): AccessFindingView[] {
  const byPerson = new Map<string, AccessFindingView>();
  for (const { person, tool, ...shift } of items) {
    const known = byPerson.get(person.ref);
    if (known) known.tools.push(tool);
    else {
      const { level, shiftFrom, hasBegun } = shift;
      const view = { person, tools: [tool], level, shiftFrom, hasBegun };
      byPerson.set(person.ref, view);
    }
  }
  return [...byPerson.values()].sort(
    (a, b) => Date.parse(a.shiftFrom) - Date.parse(b.shiftFrom),
  );
}

/** What the reader has to confirm for a schedule. */
export function unconfirmedOf(items: RequiredAccess[]): string[] {
  return items
    .filter(({ state }) => state !== 'confirmed')
    .map(({ tool }) => tool);
}
