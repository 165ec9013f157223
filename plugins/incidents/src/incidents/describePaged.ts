import type {
  OnCallPage,
  PageNotice,
  PageNoticeState,
} from 'backstage-plugin-incidents-common';

/** Somebody who was told, or a channel, with all ways at one time together. */
export type PagedLine = {
  id: string;
  person?: { ref: string; displayName: string };
  target: string;
  at: string;
  state: PageNoticeState;
  /** By which ways, each with why it failed. */
  ways: Array<{ notifier: string; reason?: string }>;
};

/** What is to be told of several ways to one person: the answer, else that one way worked. */
const order: PageNoticeState[] = [
  'acknowledged',
  'handed-on',
  'sent',
  'unanswered',
  'sending',
  'due',
  'withdrawn',
  'failed',
];

/** Who was told, newest first: one line for each person and call, however many ways led to them. */
export function describePaged({ notices }: OnCallPage): PagedLine[] {
  const lines = new Map<string, PageNotice[]>();
  for (const notice of notices) {
    const { at, round, step = 'asked', target, person, id } = notice;
    // Where names are hidden, two people of one level cannot be told apart, and each notice is a line.
    const who = person?.ref ?? id;
    const key = [at, round, step, target, who].join(' ');
    lines.set(key, [...(lines.get(key) ?? []), notice]);
  }
  return [...lines.values()].map(lineOf).reverse();
}

function lineOf(notices: PageNotice[]): PagedLine {
  const [{ id, person, target, at }] = notices;
  const states = notices.map(({ state }) => state);
  return {
    ...{ id, target, at },
    ...(person && { person }),
    state: order.find(state => states.includes(state))!,
    ways: notices.map(({ notifier, state, reason }) => ({
      notifier,
      ...(state === 'failed' && reason && { reason }),
    })),
  };
}

/** What the reader can do about the latest page. */
export function answersTo(page: OnCallPage | undefined): {
  acknowledge: boolean;
  handOn: boolean;
} {
  const status = page?.status ?? 'ended';
  return {
    acknowledge: status === 'waiting' || status === 'exhausted',
    handOn: status === 'waiting' || status === 'acknowledged',
  };
}
