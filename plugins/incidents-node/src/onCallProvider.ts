import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { RemoteOnCallProvider } from './remoteOnCallProvider';
import type { Shift, ShiftGap } from './shift';

/**
 * For whom shifts are wanted.
 *
 * @public
 */
export type OnCallSubject = {
  entityRef: string;
  /** The owner group or user of the entity, when it has one. */
  ownerRef?: string;
  /** The part of the `incidents/on-call` annotation behind the id of this provider and a colon. */
  target?: string;
};

/**
 * What a provider knows about a window of time, and why.
 *
 * @public
 */
export type ShiftAnswer = {
  /** What was asked in the end: a schedule, a group. */
  subject: string;
  shifts: Shift[];
  /** Where nobody is on call, when the provider can say why. */
  gaps?: ShiftGap[];
  /** A sentence: why these people. When there are none: why nobody. */
  because: string;
  /** When this was said, unless just now. */
  readAt?: Date;
  /** Since when asking fails, and a sentence why: the answer is the last good one. */
  failing?: { since: Date; reason: string };
};

/**
 * Somebody who knows who is on call: shifts over a window, never just "now", so that one rule serves pages, calendars and
 * readiness.
 *
 * @public
 */
export interface OnCallProvider {
  /** What `incidents/on-call: <id>:<target>` names. */
  id: string;
  title: string;
  shifts(
    request: OnCallSubject & { from: Date; to: Date },
  ): Promise<ShiftAnswer>;
}

/**
 * Where modules plug in their on-call providers. A repeated id throws.
 *
 * @public
 */
export interface OnCallProvidersExtensionPoint {
  addOnCallProviders(...providers: OnCallProvider[]): void;
  /** Those that ask another program, whose answers are to be kept. */
  addRemoteOnCallProviders(...providers: RemoteOnCallProvider[]): void;
}

/**
 * Where a module plugs in its on-call providers.
 *
 * @public
 */
export const onCallProvidersExtensionPoint =
  createExtensionPoint<OnCallProvidersExtensionPoint>({
    id: 'incidents.onCallProviders',
  });
