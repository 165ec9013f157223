import type {
  NobodyReason,
  OnCallPerson,
} from 'backstage-plugin-incidents-common';

/**
 * A person on call over a window, half-open: at `to` they are not on call any more.
 *
 * @public
 */
export type Shift = {
  /** 1 is asked first. */
  level: number;
  levelName: string;
  person: OnCallPerson;
  from: Date;
  /** Absent when the shift has no end, as for the members of an owner group. */
  to?: Date;
  /** `from` is only where the window that was asked begins. */
  startsEarlier?: boolean;
  /** `to` is only where the window that was asked ends. */
  endsLater?: boolean;
  /** They come along to learn, and are never paged. */
  shadow?: boolean;
  /** The rotation whose turn it is, when it is one. */
  rotation?: string;
  /** Which of its turns: shifts of one turn have the same number. */
  turn?: number;
  /** Somebody said so, instead of the rotations. */
  exception?: 'override' | 'swap';
  /** The schedule it is of, where shifts of several are compared. */
  schedule?: string;
  /** A sentence: why this person. */
  because?: string;
};

/**
 * A level without anybody on call over a window, half-open.
 *
 * @public
 */
export type ShiftGap = {
  level: number;
  levelName: string;
  from: Date;
  to: Date;
  startsEarlier?: boolean;
  endsLater?: boolean;
  reason: NobodyReason;
  /** A sentence. */
  because: string;
};
