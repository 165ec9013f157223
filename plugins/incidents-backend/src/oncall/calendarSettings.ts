import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { onCallUserSchema } from 'backstage-plugin-incidents-common/schemas';
import {
  readCalendarAddress,
  type CalendarAddress,
} from '../platform/calendar/calendarAddress';
import { readId, type ConfigItem } from '../platform/configFields';
import type { CalendarLevel } from './rules/dutyOf';

/** A calendar that says who is on call. */
export type OnCallCalendar = CalendarAddress & {
  id: string;
  title: string;
  levels: CalendarLevel[];
};

/** The calendar in which somebody says when they are away. */
export type AbsenceCalendarSettings = CalendarAddress & { user: string };

export type OnCallCalendarSettings = {
  calendars: OnCallCalendar[];
  absences: AbsenceCalendarSettings[];
};

const place = 'incidents.onCall.calendars';
const absencesPlace = 'incidents.onCall.absences';
const mostCalendars = 200;
const mostAbsences = 5_000;
const mostLevels = 10;

/** @throws InputError that names the line of config which is wrong. */
export function readOnCallCalendars(
  config: RootConfigService,
): OnCallCalendarSettings {
  const items = config.getOptionalConfigArray(place) ?? [];
  if (items.length > mostCalendars) {
    throw new InputError(`${place} has more than ${mostCalendars} calendars`);
  }
  const calendars = items.map(readCalendar);
  const ids = calendars.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new InputError(`${place} has the id ${twice} twice`);
  return { calendars, absences: readAbsences(config) };
}

function readAbsences(config: RootConfigService): AbsenceCalendarSettings[] {
  const items = config.getOptionalConfigArray(absencesPlace) ?? [];
  if (items.length > mostAbsences) {
    throw new InputError(
      `${absencesPlace} has more than ${mostAbsences} users`,
    );
  }
  return items.map((item, i) => {
    const at = `${absencesPlace}[${i}]`;
    const user = onCallUserSchema.safeParse(item.getString('user'));
    if (!user.success) {
      throw new InputError(`${at}: user: ${user.error.issues[0].message}`);
    }
    return { user: user.data, ...readCalendarAddress(item, at) };
  });
}

function readCalendar(config: ConfigItem, i: number): OnCallCalendar {
  const named = readId(config, place, i);
  const levels = config.getOptionalConfigArray('levels') ?? [];
  if (levels.length > mostLevels) {
    throw new InputError(
      `${named.place}: levels has more than ${mostLevels} levels`,
    );
  }
  return {
    id: named.id,
    ...readCalendarAddress(config, named.place),
    title: config.getOptionalString('title') ?? named.id,
    levels:
      levels.length > 0
        ? levels.map(readLevel)
        : [{ name: 'On call', prefix: '' }],
  };
}

function readLevel(config: ConfigItem): CalendarLevel {
  const name = config.getString('name');
  return { name, prefix: config.getOptionalString('prefix') ?? `${name}:` };
}
