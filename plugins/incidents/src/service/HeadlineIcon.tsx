import {
  RiAlarmWarningFill,
  RiAlertLine,
  RiCheckLine,
  RiQuestionLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import type { Tone } from './describeSummary';
import styles from './service.module.css';

const iconOf: Record<Tone, typeof RiCheckLine> = {
  critical: RiAlarmWarningFill,
  major: RiAlarmWarningFill,
  minor: RiAlarmWarningFill,
  low: RiAlarmWarningFill,
  mitigated: RiShieldCheckLine,
  warning: RiAlertLine,
  unknown: RiQuestionLine,
  calm: RiCheckLine,
};

/** The state as a shape, for those to whom its colour says nothing. */
export function HeadlineIcon({ tone }: { tone: Tone }) {
  const Icon = iconOf[tone];
  return <Icon className={styles.icon} aria-hidden="true" />;
}
