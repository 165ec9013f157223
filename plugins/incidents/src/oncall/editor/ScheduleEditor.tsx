import { useState, type FormEvent } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import type { ScheduleDetail } from 'backstage-plugin-incidents-common';
import {
  describeProblem,
  ProblemPanel,
  useLanguage,
} from 'backstage-plugin-incidents-react';
import { useNavigate } from 'react-router-dom';
import { onCallRouteRef, scheduleRouteRef } from '../../routes';
import { incidentsTranslationRef } from '../../translation';
import { useMe } from '../useMe';
import { instantOf, plannedAfter, previewOf, wallOf } from './describeEdit';
import { isSame, type ScheduleDraft } from './draftSchedule';
import { keepDraft } from './keptDraft';
import { KeptNote } from './KeptNote';
import { LevelList } from './LevelList';
import { missingIn } from './missingIn';
import { NamingFields } from './NamingFields';
import { PreviewPanel } from './PreviewPanel';
import { ProblemsContext } from './problemsContext';
import { problemsIn, type Problem } from './problemsIn';
import { SinceFields } from './SinceFields';
import { useLeaveGuard } from './useLeaveGuard';
import { usePreview } from './usePreview';
import { useSaveSchedule } from './useSaveSchedule';
import styles from './editor.module.css';

export type ScheduleEditorProps = {
  /** What the form begins with. */
  start: ScheduleDraft;
  /** The one that is edited; absent for a new one. */
  schedule?: ScheduleDetail;
  now: Date;
  /** Above the form. */
  children?: (edit: {
    draft: ScheduleDraft;
    setDraft: (draft: ScheduleDraft) => void;
  }) => React.ReactNode;
};

/** Writes a schedule, with what it comes to beside it. */
export function ScheduleEditor(props: ScheduleEditorProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { start, schedule, now } = props;
  const language = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const scheduleHref = useRouteRef(scheduleRouteRef);
  const onCallHref = useRouteRef(onCallRouteRef)();
  const [draft, setDraft] = useState(start);
  const [since, setSince] = useState<string>();
  const [tried, setTried] = useState(false);
  const save = useSaveSchedule({ start, schedule });
  const { timeZone: zone } = draft;
  const from = since && instantOf(since, zone);
  const isDirty = !isSame(draft, start);
  const place = schedule ? `edit.${schedule.definition.name}` : 'new';
  const forget = () => keepDraft(place, undefined);
  useLeaveGuard(isDirty && !save.isSuccess, t('editor.leave'), forget);
  const previewed = usePreview(
    previewOf(draft, {
      definition: schedule?.definition,
      from: from && Date.parse(from) > now.getTime() ? new Date(from) : now,
    }),
  );
  const change = (next: ScheduleDraft) => {
    setDraft(next);
    save.reset();
  };
  const told = told400(previewed.error);
  const missing = tried ? missingIn(draft, { t, isNew: !schedule }) : [];
  const problems = [...missing, ...told400(save.error), ...told];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missingIn(draft, { t, isNew: !schedule }).length || save.isPending)
      return;
    save.mutate(
      { draft, from: from || undefined },
      {
        onSuccess: ({ name }) => {
          forget();
          navigate(scheduleHref({ name }));
        },
      },
    );
  };
  const back = schedule
    ? scheduleHref({ name: schedule.definition.name })
    : onCallHref;
  return (
    <ProblemsContext.Provider value={problems}>
      <div className={styles.editor}>
        <form className={styles.form} noValidate onSubmit={submit}>
          <KeptNote {...{ place, start, draft }} onRestore={change} />
          {props.children?.({ draft, setDraft: change })}
          <NamingFields
            {...{ draft, isNew: !schedule }}
            onChange={part => change({ ...draft, ...part })}
          />
          {schedule && (
            <SinceFields
              {...{ since, zone, language, onChange: setSince }}
              soon={wallOf(now.toISOString(), zone)}
              planned={plannedAfter(schedule.definition, now)}
            />
          )}
          <LevelList
            {...{ levels: draft.levels, zone, now }}
            onChange={levels => change({ ...draft, levels })}
          />
          <div className={styles.foot}>
            {save.error && <ProblemPanel error={save.error} />}
            {missing.length > 0 && (
              <p role="alert" className={styles.problem}>
                {missing.map(({ sentence }) => sentence).join(' ')}
              </p>
            )}
            <span className={styles.deeds}>
              <Button
                type="submit"
                variant="primary"
                isDisabled={Boolean(schedule) && !isDirty}
                isPending={save.isPending}
              >
                {t(schedule ? 'editor.save' : 'editor.create')}
              </Button>
              <ButtonLink variant="secondary" href={back}>
                {t('alert.cancel')}
              </ButtonLink>
            </span>
          </div>
        </form>
        <PreviewPanel {...{ previewed, language, now, me }} problems={told} />
      </div>
    </ProblemsContext.Provider>
  );
}

/** What a refusal says about fields; nothing when it is about something else. */
function told400(error: Error | null | undefined): Problem[] {
  if (!error) return [];
  const { kind, detail } = describeProblem(error);
  if (kind !== 'refused' && kind !== 'conflict') return [];
  return problemsIn(detail ?? '');
}
