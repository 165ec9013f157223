import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HandoverNote } from 'backstage-plugin-incidents-common';
import { RelativeTime } from 'backstage-plugin-incidents-react';
import { ActorName } from '../incidents/ActorName';
import { demoteHeadings } from '../runbooks/demoteHeadings';
import { incidentsTranslationRef } from '../translation';
import { describeTimes, type Place } from './describeTimes';
import styles from './handover.module.css';

/** Markdown that somebody wrote; its highest heading is one below that of the panel around it. */
export function NoteText({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      <MarkdownContent
        content={demoteHeadings(text, 3)}
        dialect="gfm"
        linkTarget="_blank"
      />
    </div>
  );
}

/** Which shift a note is about, who wrote it, and when. */
export function NoteHead(props: { note: HandoverNote; place: Place }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { shift, version, updatedAt, updatedBy } = props.note;
  return (
    <p className={styles.quiet}>
      {t('handover.shift', {
        ...{ level: shift.levelName, name: shift.person.displayName },
        times: describeTimes(shift, props.place, 'long'),
      })}
      {' · '}
      <ActorName actor={updatedBy} />
      {' · '}
      <RelativeTime at={updatedAt} />
      {version > 1 &&
        ` · ${t('handover.version', { version: String(version) })}`}
    </p>
  );
}
