/** How often a signal comes, and how late it may be, in milliseconds. */
export type Pace = { every: number; grace: number };

/** What is known of one heartbeat. */
export type Watch = {
  /** It is waited for from here on: it came into the config, or the portal had been away for too long. */
  watchedSince: Date;
  /** The portal has been there to hear it without a break. */
  listeningSince: Date;
  /** The last look at it, which is the last proof that the portal was there. */
  lookedAt: Date;
  lastSeenAt?: Date;
  /** Set while its absence is an alert: by when it had been expected. Only a signal ends it. */
  missingSince?: Date;
};

/** Milliseconds without a look that are a break: looks come every 15 seconds, and one or two may be late. */
const aBreak = 60_000;

/** A heartbeat that nobody knew until now: a first signal is expected as if one had come just now. */
export function beginWatch(now: Date): Watch {
  return { watchedSince: now, listeningSince: now, lookedAt: now };
}

/** By when the next signal should be here; it has its grace after that. */
export function expectedBy(watch: Watch, { every }: Pace): Date {
  const { watchedSince, lastSeenAt = watchedSince } = watch;
  return new Date(Math.max(+watchedSince, +lastSeenAt) + every);
}

/**
 * Takes note that the portal is there, and of the time in which it was not. Looks are kept in the database, by whichever replica
 * takes them, and a signal needs the database too: a break in the looks is a time in which no signal could be kept, whether the
 * backends were down or their database was. What did not come in it is not the sender's fault.
 *
 * - A break no longer than the grace: a sender that tries again for as long as that comes through yet, so the expectation stands, and
 *   {@link isOverdue} leaves it a whole grace from here. Were it begun anew each time, a daily job would never be missed in a portal
 *   that is deployed daily.
 * - A longer break: the signal may have come and found nobody, and no sender tries for so long. It is waited for anew, a whole interval.
 *
 * An absence that is an alert already stays one.
 */
export function lookAgain(watch: Watch, { grace }: Pace, now: Date): Watch {
  const away = +now - +watch.lookedAt;
  return {
    ...watch,
    // Of two replicas, the clock of one may be behind.
    lookedAt: away > 0 ? now : watch.lookedAt,
    listeningSince: away > aBreak ? now : watch.listeningSince,
    watchedSince: away > Math.max(aBreak, grace) ? now : watch.watchedSince,
  };
}

/** Whether the signal is later than its grace, and somebody was there to hear it for all of that. */
export function isOverdue(watch: Watch, pace: Pace, now: Date): boolean {
  const due = Math.max(+expectedBy(watch, pace), +watch.listeningSince);
  return +now >= due + pace.grace;
}

/** A signal came. */
export function hear(watch: Watch, now: Date): Watch {
  const { lastSeenAt = now } = watch;
  return {
    ...watch,
    lastSeenAt: new Date(Math.max(+lastSeenAt, +now)),
    missingSince: undefined,
  };
}
