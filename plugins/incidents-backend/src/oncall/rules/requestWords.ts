import type { Actor, TimelineKind } from 'backstage-plugin-incidents-common';
import type { Notice } from '../../platform/portalNotices';
import type { EntryDraft } from '../../timeline';
import type { KeptRequest } from './answerRequest';
import { spanInWords } from './timesInWords';

/** What happened to a request. */
export type RequestEvent =
  | 'requested'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired';

/** How the schedule and its people are called. */
export type RequestSetting = {
  title: string;
  timeZone: string;
  nameOf: (ref: string) => string;
};

const sentences: Record<
  RequestEvent,
  (request: KeptRequest, by: string) => string
> = {
  requested: ({ asker, asked, everybody }) =>
    everybody
      ? `${asker} asks everybody for their shift to be taken`
      : `${asker} asks ${asked[0]}`,
  accepted: ({ asker }, by) => `${by} accepts what ${asker} asks`,
  declined: ({ asker }, by) => `${by} declines what ${asker} asks`,
  withdrawn: ({ asker }) => `${asker} does not ask any more`,
  expired: ({ asker }) => `nobody has answered ${asker}, who is still on call`,
};

/** What the timeline tells of it. */
export function requestEntry(
  request: KeptRequest,
  event: RequestEvent,
  about: { actor: Actor; title: string },
): EntryDraft {
  const { actor, title } = about;
  const kind: Extract<TimelineKind, `shift.${string}`> = `shift.${event}`;
  const { id, schedule, asker, asked, answeredBy, amendmentId } = request;
  const declinedFor = event === 'declined' && request.status === 'open';
  return {
    ...{ kind, actor },
    text: `Schedule “${title}”: ${sentences[event](
      request,
      actor.ref,
    )} (${deedIn(request)})`,
    details: {
      ...{ id, name: schedule, asker, asked, answeredBy, amendmentId },
      ...(declinedFor && { declinedBy: actor.ref }),
    },
  };
}

function deedIn({ kind, level, mine, theirs }: KeptRequest): string {
  const own = `${level}, ${mine.from} to ${mine.to}`;
  return kind === 'swap' && theirs
    ? `a swap: ${own}, for ${theirs.from} to ${theirs.to}`
    : `to take: ${own}`;
}

/** Whom it is told to, and in which words. Nobody when nobody waits to hear it. */
export function requestNotice(
  request: KeptRequest,
  event: RequestEvent,
  setting: RequestSetting & { by: string },
): Notice | undefined {
  const { asker, asked, declined } = request;
  const waiting = asked.filter(ref => !declined.includes(ref));
  const isForAsked = event === 'requested' || event === 'withdrawn';
  // Others may still accept: there is nothing to tell yet.
  if (event === 'declined' && request.status === 'open') return undefined;
  const to = isForAsked ? waiting : [asker];
  if (to.length === 0) return undefined;
  return {
    to,
    title: `${titleOf(request, event, setting)}: ${setting.title}`,
    description: [spansOf(request, setting), ...endOf(request, event)].join(
      ' ',
    ),
    link: `/incidents/on-call/${request.schedule}`,
    severity: event === 'expired' || event === 'declined' ? 'high' : 'normal',
    scope: `incidents-shift-request-${request.id}`,
  };
}

function titleOf(
  { kind, asker, everybody }: KeptRequest,
  event: RequestEvent,
  { nameOf, by }: RequestSetting & { by: string },
): string {
  const isSwap = kind === 'swap';
  switch (event) {
    case 'requested':
      if (isSwap) return `${nameOf(asker)} asks you to swap shifts`;
      return everybody
        ? `${nameOf(asker)} asks for somebody to take a shift`
        : `${nameOf(asker)} asks you to take a shift`;
    case 'accepted':
      return isSwap
        ? `${nameOf(by)} swaps shifts with you`
        : `${nameOf(by)} takes your shift`;
    case 'declined':
      if (everybody) return 'Nobody takes your shift';
      return isSwap
        ? `${nameOf(by)} does not swap shifts with you`
        : `${nameOf(by)} does not take your shift`;
    case 'withdrawn':
      return `${nameOf(asker)} does not ask any more`;
    default:
      return 'You are still on call: nobody has answered';
  }
}

function spansOf(
  { level, mine, theirs }: KeptRequest,
  { timeZone }: RequestSetting,
): string {
  const own = `${level}, ${spanInWords(mine, timeZone)}`;
  return theirs ? `${own}, for ${spanInWords(theirs, timeZone)}.` : `${own}.`;
}

function endOf(
  { note, everybody }: KeptRequest,
  event: RequestEvent,
): string[] {
  if (event === 'requested') {
    return [
      ...(everybody ? ['Who accepts first has it.'] : []),
      ...(note ? [note] : []),
    ];
  }
  return event === 'declined' || event === 'expired'
    ? ['You are on call as before.']
    : [];
}
