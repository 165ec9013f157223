import { severityTone } from './severityTone';
import styles from './severity.module.css';

/** @public */
export type SeverityTagProps = {
  /** The level as its scheme names it, such as `SEV2`. */
  severity: string;
  /** 1 is the worst; neutral when unknown. */
  rank?: number;
  /** What the level means, shown on hover. */
  title?: string;
  size?: 'small' | 'large';
};

/**
 * A severity: its name, in the colour of its rank.
 *
 * @public
 */
export function SeverityTag(props: SeverityTagProps) {
  return (
    <span
      className={styles.tag}
      data-tone={severityTone(props.rank)}
      data-size={props.size ?? 'small'}
      title={props.title}
    >
      {props.severity}
    </span>
  );
}
