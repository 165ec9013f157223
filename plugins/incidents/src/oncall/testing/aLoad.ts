import type { PersonLoad } from 'backstage-plugin-incidents-common';

/** Somebody with nothing on their back, but for what the test is about. */
export function aLoad(
  name: string,
  about: Partial<PersonLoad> = {},
): PersonLoad {
  return {
    person: { ref: `user:default/${name}`, displayName: name },
    ...{ shifts: 0, hours: 0, nights: 0, sleepHours: 0 },
    ...{ weekends: 0, weekendHours: 0, shadowHours: 0 },
    ...{ pages: 0, sleepPages: 0, offDutyPages: 0 },
    ...{ timeZone: 'UTC', timeZoneOf: 'schedule' },
    ...about,
  };
}
