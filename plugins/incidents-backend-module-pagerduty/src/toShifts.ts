import type { RemoteShift } from 'backstage-plugin-incidents-node';
import type { OnCallEntry } from './schemas';

/** What a target of an annotation is over there. */
export type Subject = {
  kind: 'schedule' | 'policy';
  id: string;
  title: string;
};

/**
 * Entries of `/oncalls` as shifts. A schedule that several levels of policies use has each entry as many times: it is one level here.
 * The levels of a policy stay what they are, called by their schedule when they have just one.
 */
export function toShifts(
  entries: OnCallEntry[],
  subject: Subject,
  window: { from: Date; to: Date },
): RemoteShift[] {
  const nameOf = levelNames(entries);
  const shifts = entries.map((entry): RemoteShift => {
    const { user } = entry;
    const level = subject.kind === 'policy' ? entry.escalation_level : 1;
    const levelName = subject.kind === 'policy' ? nameOf(level) : subject.title;
    const name = user.name ?? user.summary ?? user.id;
    return {
      ...{ level, levelName: levelName.slice(0, 200) },
      person: { name, ...(user.email && { email: user.email }) },
      from: entry.start ? new Date(entry.start) : window.from,
      ...endOf(entry, window),
    };
  });
  const once = new Map(shifts.map(shift => [JSON.stringify(shift), shift]));
  return [...once.values()].sort(
    (a, b) => a.level - b.level || a.from.getTime() - b.from.getTime(),
  );
}

/** What ends just where the question ended was perhaps cut there. */
function endOf({ end }: OnCallEntry, window: { to: Date }) {
  if (!end) return {};
  const to = new Date(end);
  const isCut = to.getTime() === window.to.getTime();
  return { to, ...(isCut && { endsLater: true }) };
}

function levelNames(entries: OnCallEntry[]): (level: number) => string {
  return level => {
    const names = new Set(
      entries
        .filter(entry => entry.escalation_level === level)
        .map(({ schedule }) => schedule?.summary ?? ''),
    );
    const [name] = names;
    return names.size === 1 && name ? `${level}. ${name}` : `Level ${level}`;
  };
}
