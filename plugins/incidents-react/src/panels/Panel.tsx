import { useId, type ReactNode } from 'react';
import { Card } from '@backstage/ui';
import styles from './panels.module.css';

/** @public */
export type PanelProps = {
  title: ReactNode;
  /** How many there are, beside the title. */
  count?: number;
  /** Buttons and links at the end of the title's line. */
  actions?: ReactNode;
  /** The level of the heading, 2 when absent. */
  level?: 2 | 3 | 4;
  children?: ReactNode;
  className?: string;
  id?: string;
};

/**
 * A titled part of a page: a region that screen readers can jump to.
 *
 * @public
 */
export function Panel(props: PanelProps) {
  const headingId = useId();
  const Heading = `h${props.level ?? 2}` as 'h2';
  return (
    <Card
      id={props.id}
      role="region"
      aria-labelledby={headingId}
      className={[styles.panel, props.className].filter(Boolean).join(' ')}
    >
      <div className={styles.head}>
        <Heading id={headingId} className={styles.title}>
          {props.title}
          {props.count !== undefined && (
            <span className={styles.count}>{props.count}</span>
          )}
        </Heading>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </div>
      <div className={styles.body}>{props.children}</div>
    </Card>
  );
}
