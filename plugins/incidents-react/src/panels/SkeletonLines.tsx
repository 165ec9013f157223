import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { incidentsWidgetsTranslationRef } from '../translation';
import styles from './panels.module.css';

/** @public */
export type SkeletonLinesProps = { lines?: number; height?: number };

/**
 * The shape of what is about to be there.
 *
 * @public
 */
export function SkeletonLines(props: SkeletonLinesProps) {
  const { t } = useTranslationRef(incidentsWidgetsTranslationRef);
  const lines = Array.from({ length: props.lines ?? 4 }, (_, line) => line);
  return (
    <div
      className={styles.skeleton}
      role="status"
      aria-label={t('loading.label')}
    >
      {lines.map(line => (
        <Skeleton
          key={line}
          width={`${94 - ((line * 13) % 40)}%`}
          height={props.height ?? 18}
        />
      ))}
    </div>
  );
}
