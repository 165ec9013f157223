import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  incidentsWidgetsTranslationRef,
  RelativeTime,
} from 'backstage-plugin-incidents-react';
import {
  RiAlarmWarningLine,
  RiBookOpenLine,
  RiChat3Line,
  RiFlagLine,
} from '@remixicon/react';
import { incidentsTranslationRef } from '../translation';
import { ActorName } from './ActorName';
import { describeEntry, type EntryWords } from './describeEntry';
import type { TimelineLine } from './foldTimeline';
import styles from './timeline.module.css';

const icons = {
  notes: RiChat3Line,
  alerts: RiAlarmWarningLine,
  status: RiFlagLine,
} as const;

/** One line of the timeline: when, who, what, why. */
export function EntryRow({ line }: { line: TimelineLine }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { t: tw } = useTranslationRef(incidentsWidgetsTranslationRef);
  const { entry } = line;
  const words = describeEntry(line, { t, tw });
  const isRunbook = entry.kind.startsWith('runbook.');
  const Icon = isRunbook ? RiBookOpenLine : icons[words.group];
  return (
    <li className={styles.line} data-group={words.group}>
      <span className={styles.glyph}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <div className={styles.lineHead}>
          <Sentence {...words} />
          <span className={styles.who}>
            <ActorName actor={entry.actor} />
            {' · '}
            <RelativeTime at={entry.at} />
          </span>
        </div>
        {words.text && words.group === 'notes' && (
          <div className={styles.note}>
            <MarkdownContent content={words.text} linkTarget="_blank" />
          </div>
        )}
        {words.text && words.group !== 'notes' && (
          <p className={styles.reason}>{words.text}</p>
        )}
        {words.replayed && (
          <p className={styles.reason}>
            {t('entry.replayed')} <RelativeTime at={words.replayed} />
          </p>
        )}
      </div>
    </li>
  );
}

function Sentence({ sentence, isGap, link }: EntryWords) {
  if (!sentence) return null;
  return (
    <strong data-gap={isGap || undefined}>
      {link ? <Link href={link.url}>{sentence}</Link> : sentence}
    </strong>
  );
}
