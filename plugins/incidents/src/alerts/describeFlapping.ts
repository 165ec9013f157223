import type { Flapping } from 'backstage-plugin-incidents-common';
import { describeMoment } from '../service/describeMoment';
import type { Words } from '../translation';

/** What an alert that flaps has done so far, and what comes of it. */
export function describeFlapping(
  flapping: Flapping,
  by: { now: Date; language: string; t: Words },
): string {
  const { now, language, t } = by;
  const moment = (at: string) => describeMoment(at, now, language);
  const { quietSince } = flapping;
  const changes = String(flapping.changes);
  const since = moment(flapping.since);
  return quietSince
    ? t('alerts.flapping.quiet', {
        ...{ changes, since },
        ...{ quiet: moment(quietSince), calm: moment(flapping.calmAt) },
      })
    : t('alerts.flapping.fires', { changes, since });
}
