import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccessFinding } from 'backstage-plugin-incidents-common';
import { DateTime } from 'luxon';
import { incidentsTranslationRef } from '../translation';
import { describeFindings } from './describeAccess';
import type { Place } from './describeTimes';
import styles from './requests.module.css';

export type AccessFindingsProps = {
  items: AccessFinding[];
  place: Place;
  /** What is said when there are none. */
  none: string;
};

/** Who has not confirmed what their next shift needs, a line each. */
export function AccessFindings({ items, place, none }: AccessFindingsProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const views = describeFindings(items);
  if (!views.length) return <p className={styles.line}>{none}</p>;
  const timeOf = (at: string) =>
    DateTime.fromISO(at, { zone: place.zone })
      .setLocale(place.language)
      .toLocaleString({
        ...{ weekday: 'short', month: 'short', day: 'numeric' },
        ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      });
  return (
    <ul className={styles.requests}>
      {views.map(({ person, tools, level, shiftFrom, hasBegun }) => (
        <li key={person.ref} data-tone="gap">
          <span>
            <strong>
              {t('access.finding', {
                ...{ name: person.displayName, tools: tools.join(', ') },
              })}
            </strong>
            <span className={styles.quiet}>
              {hasBegun
                ? t('access.finding.now', { level })
                : t('access.finding.shift', {
                    ...{ level, time: timeOf(shiftFrom) },
                  })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
