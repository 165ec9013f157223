import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { PersonShift } from 'backstage-plugin-incidents-common';
import {
  Panel,
  ProblemPanel,
  useIncidentsQuery,
  useLanguage,
  useNow,
} from 'backstage-plugin-incidents-react';
import { scheduleRouteRef } from '../../routes';
import { More } from '../../service/More';
import { incidentsTranslationRef } from '../../translation';
import { describeTimes } from '../describeTimes';
import { SubscribeButton } from './SubscribeButton';
import styles from '../oncall.module.css';

const shownShifts = 3;

/** When the reader is on call in the next four weeks, by their own clock. */
export function MyShiftsPanel() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const now = useNow(60_000);
  const mine = useIncidentsQuery(['my-shifts'], (api, signal) =>
    api.listPersonShifts({ query: {} }, { signal }),
  );
  const { data, error } = mine;
  const shifts =
    data?.shifts.filter(({ to }) => Date.parse(to) > now.getTime()) ?? [];
  if (!data && !error) return null;
  return (
    <Panel
      title={t('myShifts.title')}
      count={shifts.length}
      actions={<SubscribeButton />}
    >
      {error && (
        <ProblemPanel
          error={error}
          stale={Boolean(data)}
          onRetry={() => mine.refetch()}
        />
      )}
      {data && !shifts.length && (
        <p className={styles.line}>{t('myShifts.none')}</p>
      )}
      <ShiftList shifts={shifts} now={now} />
    </Panel>
  );
}

function ShiftList({ shifts, now }: { shifts: PersonShift[]; now: Date }) {
  const row = (shift: PersonShift) => (
    <MyShift
      key={[shift.schedule, shift.level, shift.from].join()}
      shift={shift}
      isNow={Date.parse(shift.from) <= now.getTime()}
    />
  );
  const later = shifts.slice(shownShifts);
  return (
    <>
      <ul className={styles.troubles}>
        {shifts.slice(0, shownShifts).map(row)}
      </ul>
      <More count={later.length}>
        <ul className={styles.troubles}>{later.map(row)}</ul>
      </More>
    </>
  );
}

function MyShift({ shift, isNow }: { shift: PersonShift; isNow: boolean }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const href = useRouteRef(scheduleRouteRef);
  const language = useLanguage();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <li data-now={isNow ? '' : undefined}>
      <span>
        {isNow && <strong>{t('myShifts.now')} </strong>}
        {describeTimes(shift, { zone, language }, 'long')}
      </span>
      <span className={styles.quiet}>
        <Link href={href({ name: shift.schedule })}>{shift.scheduleTitle}</Link>
        {` · ${shift.levelName}`}
        {shift.shadow && ` · ${t('onCall.mark.shadow')}`}
      </span>
    </li>
  );
}
