import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  readEntityRef,
  readId,
  type ConfigItem,
} from '../platform/configFields';
import {
  readCalendarAddress,
  type CalendarAddress,
} from '../platform/calendar/calendarAddress';

/** A calendar that maintenance windows are read from. */
export type CalendarSettings = CalendarAddress & {
  id: string;
  /** What events cover that name nothing. */
  entityRefs: string[];
  /** Milliseconds between two reads. */
  every: number;
};

export type MaintenanceSettings = {
  calendars: CalendarSettings[];
  /** Milliseconds before its end at which whoever made a silence or a window is told that it still holds something. */
  announceBefore: number;
};

const minute = 60_000;
const place = 'incidents.maintenance.calendars';

/** @throws InputError that names the line of config which is wrong. */
export function readMaintenanceSettings(
  config: RootConfigService,
): MaintenanceSettings {
  const items = config.getOptionalConfigArray(place) ?? [];
  const calendars = items.map(readCalendarSettings);
  const ids = calendars.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new InputError(`${place} has the id ${twice} twice`);
  const holds = config.getOptionalConfig('incidents.holds');
  return {
    calendars,
    announceBefore: holds?.has('announceBefore')
      ? readDuration(holds, 'announceBefore', 'incidents.holds')
      : 15 * minute,
  };
}

function readCalendarSettings(config: ConfigItem, i: number): CalendarSettings {
  const named = readId(config, place, i);
  const refs = config.getOptionalStringArray('entityRefs') ?? [];
  return {
    id: named.id,
    ...readCalendarAddress(config, named.place),
    entityRefs: refs.flatMap(ref => readRef(ref, named.place)),
    every: config.has('every')
      ? readDuration(config, 'every', named.place)
      : 15 * minute,
  };
}

function readRef(ref: string, where: string): string {
  try {
    return readEntityRef(ref)!;
  } catch (error) {
    throw new InputError(`${where}: entityRefs: ${(error as Error).message}`);
  }
}

function readDuration(config: ConfigItem, key: string, where: string): number {
  const duration = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (duration >= minute) return duration;
  throw new InputError(`${where}: ${key} must be a minute or more`);
}
