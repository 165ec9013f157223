import { z } from 'zod';
import { alertOutcomes, alertReceiptSchema } from './alert';
import {
  idSchema,
  instantSchema,
  integrationIdSchema,
  pageOf,
  severalStringsSchema,
} from './primitives';
import { actorSchema } from './timeline';

/**
 * How many alerts of a delivery became what; an outcome that none has is left out.
 *
 * @public
 */
export const deliveryOutcomesSchema = z
  .partialRecord(z.enum(alertOutcomes), z.number().int().min(1))
  .meta({ id: 'DeliveryOutcomes' });

/** @public */
export type DeliveryOutcomes = z.infer<typeof deliveryOutcomesSchema>;

/**
 * A delivery that was understood, and what became of it when it came.
 *
 * @public
 */
export const deliverySchema = z
  .object({
    id: z.string(),
    integration: z.string(),
    receivedAt: instantSchema,
    contentType: z.string().optional(),
    /** Bytes of its body. */
    size: z.number().int().min(0),
    /** Why its body was not kept: it can be neither shown nor replayed then. */
    bodyMissing: z.string().optional(),
    became: deliveryOutcomesSchema,
    /** Why there was no alert in it. */
    remark: z.string().optional(),
    /** How often it was replayed, and who did it last. */
    replays: z.number().int().min(0),
    replayedAt: instantSchema.optional(),
    replayedBy: actorSchema.optional(),
  })
  .meta({ id: 'Delivery' });

/** @public */
export type Delivery = z.infer<typeof deliverySchema>;

/** @public */
export const deliveryPageSchema = pageOf(deliverySchema).meta({
  id: 'DeliveryPage',
});

/**
 * With its body, which may hold secrets of a monitor.
 *
 * @public
 */
export const deliveryDetailSchema = deliverySchema
  .extend({ body: z.string().optional() })
  .meta({ id: 'DeliveryDetail' });

/** @public */
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;

/** @public */
export const deliveryQuerySchema = z.strictObject({
  integration: severalStringsSchema.optional(),
  /** The delivery that opened this alert, or none when it is not kept any more. */
  alert: idSchema.optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** @public */
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

const replayOptions = {
  /** Says what each would do, and does none of it. */
  preview: z.boolean().default(false),
  /** From the reply before, to go on where it stopped. */
  cursor: z.string().max(500).optional(),
};

/**
 * Which deliveries are to be replayed: these, or those of an integration in a span of time. The oldest come first.
 *
 * @public
 */
export const replayDeliveriesSchema = z
  .union([
    z.strictObject({
      ids: z.array(idSchema).min(1).max(500),
      ...replayOptions,
    }),
    z.strictObject({
      integration: integrationIdSchema,
      from: instantSchema,
      to: instantSchema,
      ...replayOptions,
    }),
  ])
  .meta({ id: 'ReplayDeliveries' });

/** @public */
export type ReplayDeliveries = z.infer<typeof replayDeliveriesSchema>;

/**
 * What a delivery did, or would do, when it was replayed.
 *
 * @public
 */
export const replayedDeliverySchema = z
  .object({
    id: z.string(),
    integration: z.string(),
    receivedAt: instantSchema,
    became: deliveryOutcomesSchema,
    /** Of its first alerts, each with the reason. */
    alerts: z.array(alertReceiptSchema),
    /** Why there is no alert in it. */
    remark: z.string().optional(),
    /** Why it could not be replayed. */
    failure: z.string().optional(),
  })
  .meta({ id: 'ReplayedDelivery' });

/** @public */
export type ReplayedDelivery = z.infer<typeof replayedDeliverySchema>;

/** @public */
export const replayDeliveriesReplySchema = z
  .object({
    /** Nothing was done. */
    preview: z.boolean(),
    /** In the order in which they were taken. */
    items: z.array(replayedDeliverySchema),
    /** Of those that were named: which are not kept any more. */
    gone: z.array(z.string()),
    /** There are more than one call takes. */
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ReplayDeliveriesReply' });

/** @public */
export type ReplayDeliveriesReply = z.infer<typeof replayDeliveriesReplySchema>;
