import * as delivery from './deliveryMessages';
import * as routing from './routingMessages';
import * as stream from './streamMessages';
import * as work from './workMessages';

/** The words of the alerts pages and of what can be done there. */
export const en = {
  ...stream.en,
  ...work.en,
  ...routing.en,
  ...delivery.en,
} as const;

export const ja: Record<keyof typeof en, string> = {
  ...stream.ja,
  ...work.ja,
  ...routing.ja,
  ...delivery.ja,
};
