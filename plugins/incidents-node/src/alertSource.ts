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
  /** What an integration needs in config beside id, source and token or secret, with example values. */
  config?: Record<string, unknown>;
  /** The vendor's own page about it. */
  reference: string;
  /** What else one should know, as Markdown: what resolves an alert, what its key is made of, what is left out. */
  notes?: string[];
};

/**
 * How deliveries are judged whose proof must be fetched from the vendor first, such as the certificate of a signature.
 *
 * @public
 */
export type AlertAdmission = {
  /** Matches the whole host names that may be asked. The backend asks no other, whatever a payload says. */
  hosts: RegExp;
  /**
   * Looks at a delivery before it is read. What it returns is told to the sender, and nothing more becomes of the delivery, such as
   * of a subscription that was confirmed; undefined lets it in.
   *
   * @throws Error with a sentence when the delivery is not genuine. What `fetchText` throws must be let through: the sender is then
   * asked to come again.
   */
  admit(
    request: WebhookRequest,
    context: {
      now: Date;
      /** Asks an address by GET over HTTPS: no redirects, five seconds, 64 kB. */
      fetchText(url: string): Promise<string>;
    },
  ): Promise<string | undefined>;
};

/**
 * A vendor that sends alerts: pure, without network or clock, except for what its admission is given.
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
  /** Where `isGenuine` does not suffice. */
  admission?: AlertAdmission;
  /**
   * This source as one integration wants it. The config is what `incidents.integrations[]` says, without tokens and secrets. Absent
   * when there is nothing to set.
   *
   * @throws Error with a sentence that names the field.
   */
  configure?(config: Record<string, unknown>): AlertSource<Payload>;
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
