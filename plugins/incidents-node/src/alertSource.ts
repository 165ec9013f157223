import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Link } from 'backstage-plugin-incidents-common';
import type { z } from 'zod';

/**
 * What a monitor says about one alert, in our words.
 *
 * @public
 */
export type AlertSignal = {
  /** Stays the same from the first firing to the resolve, and differs between alerts of one integration. */
  fingerprint: string;
  status: 'firing' | 'acknowledged' | 'resolved';
  title: string;
  description?: string;
  /** The monitor's own word or label, as it came; the severity scheme of the entity reads it. */
  severity?: string;
  /** An entity ref that the payload names outright. */
  entityRef?: string;
  labels: Record<string, string>;
  links: Link[];
  /** When the condition began, by the monitor's clock. Absent when the payload does not say. */
  startedAt?: Date;
  resolvedAt?: Date;
};

/**
 * The raw request, as it came over the wire.
 *
 * @public
 */
export type WebhookRequest = {
  rawBody: Buffer;
  /** Lower-case names. */
  headers: Record<string, string | string[] | undefined>;
};

/**
 * A recorded payload of a source, and what it must come to.
 *
 * @public
 */
export type AlertSample = {
  payload: unknown;
  /** Fingerprint and status of each signal, in order. */
  expect: Array<Pick<AlertSignal, 'fingerprint' | 'status'>>;
};

/**
 * How somebody makes a vendor send its alerts here; its documentation page is made of it.
 *
 * @public
 */
export type AlertSourceGuide = {
  /**
   * What to do in the vendor's own screens or files, in order, as Markdown. `{url}` stands for the address of the webhook without
   * its token, `{token}` for the token.
   */
  steps: string[];
  /** How the vendor shows who it is: with a header that it can set, as Basic password, or by an address that ends with the token. */
  token: 'bearer' | 'basic' | 'path';
  /** Set when deliveries are signed: where the vendor shows the secret, as Markdown. */
  secret?: string;
  /** The vendor's own page about it. */
  reference: string;
  /** What else one should know, as Markdown: what resolves an alert, what its key is made of, what is left out. */
  notes?: string[];
};

/**
 * A vendor that sends alerts: pure, without network or clock.
 *
 * @public
 */
export interface AlertSource<Payload = any> {
  /** What `incidents.integrations[].source` says in config. */
  id: string;
  title: string;
  /** The shape of a payload; unknown fields are kept or ignored, missing ones that can be done without are tolerated. */
  payload: z.ZodType<Payload>;
  /**
   * Reads a body that is not JSON, such as a form. Absent: JSON, whatever the content type says.
   *
   * @throws Error with a sentence that says what was wrong.
   */
  readBody?(request: WebhookRequest): unknown;
  /**
   * Checks the signature over the raw bytes, in constant time. Absent when the vendor signs nothing. Where the vendor signs an
   * instant too, one that is more than five minutes from `now` is refused, so that a recorded delivery cannot be played again.
   */
  isGenuine?(request: WebhookRequest, secret: string, now: Date): boolean;
  /** The vendor's own name of this delivery: the same when it is sent again, unlike a repeated alert. */
  deliveryKey?(payload: Payload, request: WebhookRequest): string | undefined;
  toSignals(payload: Payload): AlertSignal[];
  /** Why a delivery brings no alert, such as the vendor's test button; its sender is told so. */
  remark?(payload: Payload): string | undefined;
  /** Absent when the documentation page is written by hand. */
  guide?: AlertSourceGuide;
  /** By name; serve the contract test, the documentation and drills. A pair named `x` and `x-resolved` must share fingerprints. */
  samples: Record<string, AlertSample>;
}

/**
 * Where modules plug in their alert sources. A repeated id throws.
 *
 * @public
 */
export interface AlertSourcesExtensionPoint {
  addAlertSources(...sources: AlertSource[]): void;
}

/**
 * Where a module plugs in its alert sources.
 *
 * @public
 */
export const alertSourcesExtensionPoint =
  createExtensionPoint<AlertSourcesExtensionPoint>({
    id: 'incidents.alertSources',
  });
