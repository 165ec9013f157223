import type { ReactNode } from 'react';
import { CopySnippet } from './CopySnippet';
import styles from './panels.module.css';

/** @public */
export type TaughtEmptyProps = {
  title: string;
  /** What to do so that it is no longer empty, or why that is good news. */
  advice?: ReactNode;
  snippet?: { text: string; label: string };
  actions?: ReactNode;
};

/**
 * An empty state that teaches the next step.
 *
 * @public
 */
export function TaughtEmpty(props: TaughtEmptyProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{props.title}</p>
      {props.advice && <p className={styles.advice}>{props.advice}</p>}
      {props.snippet && <CopySnippet {...props.snippet} />}
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
