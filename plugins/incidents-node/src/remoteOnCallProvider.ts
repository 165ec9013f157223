/**
 * Somebody as another program knows them. With an e-mail address they are the user of the catalog who has it; else whom `ref` names;
 * else the one user of the catalog who is called so. Nobody is guessed beyond that.
 *
 * @public
 */
export type RemotePerson = {
  name: string;
  email?: string;
  /** Entity ref of a user. */
  ref?: string;
};

/**
 * A person on call over a window, half-open, as another program says it.
 *
 * @public
 */
export type RemoteShift = {
  /** 1 is asked first. */
  level: number;
  levelName: string;
  person: RemotePerson;
  from: Date;
  /** Absent when the shift has no end. */
  to?: Date;
  /** `to` is only where the window that was asked ends. */
  endsLater?: boolean;
};

/**
 * What another program says of a window of time.
 *
 * @public
 */
export type RemoteAnswer = {
  /** What was asked in the end: a schedule, a calendar. */
  subject: string;
  shifts: RemoteShift[];
  /** A sentence: why these people. When there are none: why nobody. */
  because: string;
};

/**
 * Somebody far away who knows who is on call, and may be slow or fail. The core asks again and again, keeps the last good answer,
 * and answers from it with its age; so a provider remembers nothing.
 *
 * @public
 */
export interface RemoteOnCallProvider {
  /** What `incidents/on-call: <id>:<target>` names. */
  id: string;
  title: string;
  /** Seconds between two questions about one target. At least 60. */
  everySeconds: number;
  /**
   * @throws Error with a sentence, which is shown, and so must not contain a secret.
   */
  shifts(request: {
    /** The part of the annotation behind the id of this provider and a colon. */
    target?: string;
    from: Date;
    to: Date;
    /** Aborted when nobody waits any longer. */
    signal: AbortSignal;
  }): Promise<RemoteAnswer>;
}
