import { InputError } from '@backstage/errors';
import type { ConfigItem } from '../configFields';
import { ianaZone } from './wallClock';

/** Where a calendar is published. */
export type CalendarAddress = {
  /** Lets anybody read it who knows it. */
  url: string;
  /** Of events that name none. */
  zone?: string;
  allowPrivateAddress: boolean;
};

/** @throws InputError that names the place in the config. */
export function readCalendarAddress(
  config: ConfigItem,
  place: string,
): CalendarAddress {
  const url = plainAddress(config.getString('url'));
  const allowPrivateAddress =
    config.getOptionalBoolean('allowPrivateAddress') ?? false;
  const zone = config.getOptionalString('zone');
  if (zone && !ianaZone(zone)) {
    throw new InputError(
      `${place}: there is no zone ${zone} in the IANA database`,
    );
  }
  if (!isFetchable(url, allowPrivateAddress)) {
    throw new InputError(
      `${place}: url must begin with https://, or with http:// where allowPrivateAddress is true`,
    );
  }
  return { url, zone, allowPrivateAddress };
}

/** As programs offer a calendar to each other; it is an ordinary address. */
export function plainAddress(url: string): string {
  return url.trim().replace(/^webcal:/i, 'https:');
}

export function isFetchable(url: string, allowPrivate: boolean): boolean {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  return protocol === 'https:' || (protocol === 'http:' && allowPrivate);
}
