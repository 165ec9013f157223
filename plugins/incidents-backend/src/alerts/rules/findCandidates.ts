import type { Alert, Candidate } from 'backstage-plugin-incidents-common';
import type { CatalogEntry, CatalogIndex } from '../../platform/catalogIndex';
import { kinds } from './routeSignal';
import { slipsOf } from './slipsOf';

const mostCandidates = 5;
/** Labels that are looked at; monitors put the telling ones first. */
const mostLabels = 60;
const longestRun = 5;

/** What teams add to a name that is another thing's name without it. */
const affixes = new Set(
  'prod production staging stage stg dev test qa uat live canary api service svc server app backend worker job'.split(
    ' ',
  ),
);

/** A text of the alert in which a name may hide, and how to speak of it. */
type Clue = { parts: string[]; said: string };

/** The lower the rank, the likelier. */
type Guess = { entry: CatalogEntry; rank: number; reason: string };

/**
 * The entities that an alert may be about when routing found none: what people said of such alerts before, then names that its
 * labels and its title contain or resemble.
 */
export function findCandidates(
  alert: Alert,
  index: CatalogIndex,
  /** Alerts of the same integration that people gave an entity, latest first. */
  bound: Alert[],
): Candidate[] {
  if (alert.entityRef) return [];
  const guesses = [
    ...guessByPeople(alert, index, bound),
    ...guessByName(alert, index),
  ].sort(
    (a, b) =>
      a.rank - b.rank ||
      // The longer name says more.
      b.entry.name.length - a.entry.name.length ||
      kinds.indexOf(a.entry.kind) - kinds.indexOf(b.entry.kind) ||
      (a.entry.ref < b.entry.ref ? -1 : 1),
  );
  const best = new Map<string, Candidate>();
  for (const { entry, reason } of guesses) {
    if (best.size >= mostCandidates) break;
    if (!best.has(entry.ref)) {
      best.set(entry.ref, { entityRef: entry.ref, reason });
    }
  }
  return [...best.values()];
}

function guessByPeople(
  alert: Alert,
  index: CatalogIndex,
  bound: Alert[],
): Guess[] {
  return bound.flatMap(({ title, entityRef, integration }) => {
    const entry = entityRef && index.get(entityRef);
    if (!entry) return [];
    return title === alert.title
      ? {
          entry,
          rank: 0,
          reason: 'somebody bound an alert of this title to it',
        }
      : {
          entry,
          rank: 5,
          reason: `somebody bound another alert of ${integration} to it`,
        };
  });
}

/** Where to look for a name among the clues, so that thousands of names cost little. */
type Clues = {
  /** What is left of a whole text without what teams add. */
  whole: Map<string, Clue>;
  /** Neighbouring words of a text, joined as names are. */
  within: Map<string, Clue>;
  /** Both by the slips that people make. */
  almost: Map<string, Clue>;
};

function guessByName(alert: Alert, index: CatalogIndex): Guess[] {
  const clues = sortClues(cluesOf(alert));
  const guesses: Guess[] = [];
  for (const entry of index.all()) {
    if (!kinds.includes(entry.kind)) continue;
    const { name, title } = entry;
    const isTitled = title.toLowerCase() !== name;
    for (const text of isTitled ? [name, title] : [name]) {
      const found = findName(coreOf(partsOf(text)).join('-'), clues);
      if (!found) continue;
      const what = text === name ? 'name' : 'title';
      const reason = `${found.clue.said} ${found.verb} its ${what} ${text}`;
      guesses.push({ entry, rank: found.rank, reason });
    }
  }
  return guesses;
}

function findName(name: string, { whole, within, almost }: Clues) {
  const same = whole.get(name);
  if (same) return { clue: same, rank: 1, verb: 'is like' };
  // Short words are everywhere.
  if (name.length < 3) return undefined;
  const containing = within.get(name);
  if (containing) return { clue: containing, rank: 2, verb: 'contains' };
  const slip = slipsOf(name).find(text => almost.has(text));
  return slip && { clue: almost.get(slip)!, rank: 3, verb: 'resembles' };
}

function sortClues(clues: Clue[]): Clues {
  const whole = new Map<string, Clue>();
  const within = new Map<string, Clue>();
  const almost = new Map<string, Clue>();
  for (const clue of clues) {
    const core = coreOf(clue.parts).join('-');
    setOnce(whole, [core], clue);
    setOnce(within, runsOf(clue.parts), clue);
    setOnce(almost, [core, ...clue.parts].flatMap(slipsOf), clue);
  }
  return { whole, within, almost };
}

/** The first clue that has a text is the one that is named. */
function setOnce(clues: Map<string, Clue>, texts: string[], clue: Clue): void {
  for (const text of texts) if (!clues.has(text)) clues.set(text, clue);
}

function cluesOf({ labels, title }: Alert): Clue[] {
  const ofLabels = Object.entries(labels)
    .slice(0, mostLabels)
    .map(([label, value]) => ({
      parts: partsOf(value),
      said: `label ${label}=${value.slice(0, 100)}`,
    }));
  const ofTitle = { parts: partsOf(title), said: 'the title' };
  return [...ofLabels, ofTitle].filter(({ parts }) => parts.length > 0);
}

/** Every few neighbouring words, joined as names are. */
function runsOf(parts: string[]): string[] {
  return parts.flatMap((_, from) =>
    Array.from({ length: longestRun }, (__, i) =>
      parts.slice(from, from + i + 1).join('-'),
    ),
  );
}

function partsOf(text: string): string[] {
  return text
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part !== '');
}

/** Without what is added to names; at least one part stays. */
function coreOf(parts: string[]): string[] {
  let [from, until] = [0, parts.length];
  while (until - from > 1 && affixes.has(parts[until - 1])) until--;
  while (until - from > 1 && affixes.has(parts[from])) from++;
  return parts.slice(from, until);
}
