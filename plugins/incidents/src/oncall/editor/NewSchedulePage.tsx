import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/ui';
import { onCallScheduleUpdatePermission } from 'backstage-plugin-incidents-common';
import { SkeletonLines } from 'backstage-plugin-incidents-react';
import { onCallRouteRef } from '../../routes';
import { PageShell } from '../../shell/PageShell';
import { incidentsTranslationRef, type Words } from '../../translation';
import oncall from '../oncall.module.css';
import { draftOf, isSame, type ScheduleDraft } from './draftSchedule';
import { MayNotEdit } from './MayNotEdit';
import { ScheduleEditor } from './ScheduleEditor';
import { templateOf, type ScheduleTemplate } from './scheduleTemplates';
import { TemplateChoice } from './TemplateChoice';

/** Writes a new schedule, from one of the commonest shapes. */
export function NewSchedulePage() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const onCallHref = useRouteRef(onCallRouteRef)();
  const may = usePermission({ permission: onCallScheduleUpdatePermission });
  return (
    <PageShell title={t('editor.new')}>
      <div className={oncall.page}>
        <p className={oncall.line}>
          <Link href={onCallHref}>{t('onCall.all')}</Link>
        </p>
        <h2 className={oncall.pageTitle}>{t('editor.new')}</h2>
        {may.loading && <SkeletonLines lines={6} height={48} />}
        {!may.loading && !may.allowed && <MayNotEdit />}
        {may.allowed && <NewEditor />}
      </div>
    </PageShell>
  );
}

function NewEditor() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [now] = useState(() => new Date());
  const [template, setTemplate] = useState<ScheduleTemplate>('weekly');
  const startOf = (chosen: ScheduleTemplate) => draftFrom(chosen, { t, now });
  const [start] = useState(() => startOf('weekly'));
  const choose = (
    chosen: ScheduleTemplate,
    {
      draft,
      setDraft,
    }: { draft: ScheduleDraft; setDraft: (next: ScheduleDraft) => void },
  ) => {
    const { title, name } = draft;
    const isTouched = !isSame(draft, { ...startOf(template), title, name });
    // What was written by hand is lost by it.
    // eslint-disable-next-line no-alert
    if (isTouched && !window.confirm(t('editor.template.lose'))) return;
    setTemplate(chosen);
    setDraft({ ...startOf(chosen), title, name });
  };
  return (
    <ScheduleEditor start={start} now={now}>
      {edit => (
        <TemplateChoice
          template={template}
          onChange={chosen => choose(chosen, edit)}
        />
      )}
    </ScheduleEditor>
  );
}

/** A template in the language and the time zone of the reader. */
function draftFrom(
  template: ScheduleTemplate,
  { t, now }: { t: Words; now: Date },
): ScheduleDraft {
  const begun = templateOf(
    template,
    name => t(`editor.templateName.${name}`),
    now,
  );
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return draftOf({ title: '', name: '', timeZone, ...begun });
}
