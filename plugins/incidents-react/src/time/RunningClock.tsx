import { useLanguage } from '../language/useLanguage';
import { describeClock } from './describeDuration';
import { describeInstant } from './describeInstant';
import { useDuration } from './useDuration';
import { useNow } from './useNow';
import styles from './time.module.css';

/** @public */
export type RunningClockProps = {
  since: string;
  /** When it stopped; it runs while absent. */
  until?: string;
  /** With seconds for the first day; in words otherwise. */
  seconds?: boolean;
  className?: string;
};

/**
 * How long something lasts.
 *
 * @public
 */
export function RunningClock(props: RunningClockProps) {
  const language = useLanguage();
  const duration = useDuration();
  const running = !props.until;
  const tick = props.seconds ? 1_000 : 10_000;
  const now = useNow(running ? tick : 0);
  const end = props.until ? new Date(props.until) : now;
  const ms = end.getTime() - new Date(props.since).getTime();
  const words = duration(ms);
  const text =
    props.seconds && running && ms < 86_400_000 ? describeClock(ms) : words;
  const { exact } = describeInstant(props.since, now, language);
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label={words}
      title={exact}
      className={[styles.clock, props.className].filter(Boolean).join(' ')}
    >
      {text}
    </span>
  );
}
