import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  Panel,
  ProblemPanel,
  SectionContent,
  SkeletonLines,
} from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../../translation';
import { DayList } from '../DayList';
import type { Fortnight } from '../describeFortnight';
import { describeDate, type Place } from '../describeTimes';
import { FortnightGrid } from '../FortnightGrid';
import { TroubleList } from '../TroubleList';
import styles from '../oncall.module.css';
import { ClockChangeLine } from './ClockChangeLine';
import { describeWeeks } from './describeWeeks';
import type { Problem } from './problemsIn';
import type { Previewed } from './usePreview';
import own from './editor.module.css';

export type PreviewPanelProps = {
  previewed: Previewed;
  problems: Problem[];
  language: string;
  now: Date;
  me?: string;
};

const nothing = () => undefined;

/** What the schedule comes to in the next four weeks, as it is written now. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { shown, error, isAsking } = props.previewed;
  return (
    <Panel title={t('editor.preview')} className={own.preview}>
      <p role="status" className={styles.line} aria-busy={isAsking}>
        {statusOf()}
      </p>
      {error && !props.problems.length && (
        <ProblemPanel error={error} stale={Boolean(shown)} />
      )}
      {props.problems.length > 0 && (
        <ul className={styles.troubles}>
          {props.problems.map(({ path, sentence }) => (
            <li key={path + sentence} data-tone="gap">
              {sentence}
              {path && <span className={styles.quiet}>{path}</span>}
            </li>
          ))}
        </ul>
      )}
      {!shown && isAsking && <SkeletonLines lines={4} height={48} />}
      {shown && <Reckoned {...props} shown={shown} />}
    </Panel>
  );

  function statusOf(): string {
    if (error) return shown ? t('editor.preview.last') : '';
    if (!shown) return t('editor.preview.asking');
    const count = shown.preview.gaps.length;
    return count
      ? t('editor.preview.gaps', { count })
      : t('editor.preview.covered');
  }
}

type ReckonedProps = PreviewPanelProps & {
  shown: NonNullable<Previewed['shown']>;
};

function Reckoned({ shown, language, now, me }: ReckonedProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [view, setView] = useState<'grid' | 'list'>('grid');
  const { asked, preview } = shown;
  const { timeZone: before, revisions } = asked.schedule;
  const zone = revisions.at(-1)?.timeZone ?? before;
  const place: Place = { zone, language };
  const weeks = describeWeeks({
    ...{ preview, from: asked.from, zone, now, me },
  });
  return (
    <>
      <TroubleList preview={preview} place={place} />
      <SectionContent section={preview.unreachable}>
        {stretches => <Unreachable stretches={stretches} />}
      </SectionContent>
      <ClockChangeLine zone={zone} from={asked.from} language={language} />
      <Select
        className={styles.views}
        aria-label={t('onCall.view')}
        options={(['grid', 'list'] as const).map(id => ({
          ...{ id, label: t(`editor.view.${id}`) },
        }))}
        value={view}
        onChange={id => setView(id === 'list' ? 'list' : 'grid')}
      />
      <div className={styles.fortnight} data-view={view}>
        {view === 'grid' &&
          weeks.map(week => (
            <Week key={week.days[0].date} week={week} place={place} />
          ))}
        <DayList
          days={weeks.flatMap(week => week.days)}
          place={place}
          deedOf={nothing}
        />
      </div>
    </>
  );
}

function Week({ week, place }: { week: Fortnight; place: Place }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const day = describeDate(week.days[0].date, place.language);
  return (
    <section className={own.week} aria-label={t('editor.week', { day })}>
      <FortnightGrid fortnight={week} place={place} deedOf={nothing} />
    </section>
  );
}

type Unreached = { people: { person: { displayName: string } }[] };

/** People whom no page reaches are known before they are on call. */
function Unreachable({ stretches }: { stretches: Unreached[] }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const names = stretches.flatMap(({ people }) =>
    people.map(({ person }) => person.displayName),
  );
  if (!names.length) return null;
  return (
    <p className={own.note}>
      {t('editor.unreachable', { names: [...new Set(names)].join(', ') })}
    </p>
  );
}
