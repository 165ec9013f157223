import { bounds } from '../bounds';
import { recordOf, textOf } from '../tolerant';

const lists = ['new', 'ongoing', 'recovered', 'all'];

/** An alert of a summary, and in which of its lists it stands. */
export type Member = { document: Record<string, unknown>; list: string };

export type Summary = {
  members: Member[];
  /** How many more it counts. */
  leftOut: number;
  /** The first list that is none, or too long. */
  wrong?: { list: string; documents: unknown };
};

/**
 * The alerts that a summary of Kibana names, each for itself: they are new, ongoing and recovered in one delivery.
 *
 * @internal
 */
export function readSummary(body: Record<string, unknown>): Summary {
  const named: Record<string, unknown> = Array.isArray(body.alerts)
    ? { all: body.alerts }
    : recordOf(body.alerts) ?? {};
  const members: Member[] = [];
  for (const list of lists) {
    const documents = named[list] ?? [];
    if (!Array.isArray(documents) || documents.length > bounds.alerts) {
      return { members: [], leftOut: 0, wrong: { list, documents } };
    }
    for (const document of documents.map(recordOf)) {
      if (document) members.push({ document, list });
    }
  }
  const counted = Number(textOf(body.count) ?? 0);
  const leftOut = Number.isSafeInteger(counted) ? counted - members.length : 0;
  return { members, leftOut: Math.max(leftOut, 0) };
}
