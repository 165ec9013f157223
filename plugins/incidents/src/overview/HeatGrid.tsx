import { useRef, type KeyboardEvent } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { severityTone } from 'backstage-plugin-incidents-react';
import { useNavigate } from 'react-router-dom';
import { useListHref } from '../incidents/useListHref';
import type { HeatDay, HeatLine } from './describeHeat';
import { stepInGrid } from './stepInGrid';
import styles from './overview.module.css';

export type HeatCell = { row: number; column: number };

export type HeatGridProps = {
  lines: HeatLine[];
  label: string;
  /** Under the pointer or in focus. */
  cell?: HeatCell;
  say: (line: HeatLine, day: HeatDay) => string;
  onVisit: (cell: HeatCell | undefined) => void;
};

/** Days as cells. One stop for Tab; arrows move inside, Enter opens the incidents of the day. */
export function HeatGrid(props: HeatGridProps) {
  const { lines, label, cell, say, onVisit } = props;
  const navigate = useNavigate();
  const listHref = useListHref();
  const grid = useRef<HTMLDivElement>(null);
  const lastColumn = (lines[0]?.days.length ?? 1) - 1;
  const home = cell ?? { row: 0, column: lastColumn };
  const open = (line: HeatLine, day: HeatDay) => {
    if (!day.count) return;
    navigate(
      listHref({ entityRef: [line.entityRef], from: day.from, to: day.to }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepInGrid(event.key, home, {
      row: lines.length - 1,
      column: lastColumn,
    });
    if (!next) return;
    event.preventDefault();
    grid.current
      ?.querySelector<HTMLElement>(`[data-cell="${next.row}.${next.column}"]`)
      ?.focus();
  };
  return (
    <div
      className={styles.heat}
      role="grid"
      aria-label={label}
      tabIndex={-1}
      ref={grid}
      onKeyDown={onKeyDown}
    >
      {lines.map((line, row) => (
        <div key={line.entityRef} role="row" className={styles.heatRow}>
          <div role="rowheader" className={styles.heatName}>
            <EntityRefLink entityRef={line.entityRef} hideIcon disableTooltip>
              {line.title}
            </EntityRefLink>
          </div>
          <div role="presentation" className={styles.days}>
            {line.days.map((day, column) => (
              <div
                key={day.from}
                role="gridcell"
                tabIndex={home.row === row && home.column === column ? 0 : -1}
                data-cell={`${row}.${column}`}
                data-tone={day.worst ? severityTone(day.worst) : 'none'}
                data-count={day.count || undefined}
                aria-label={say(line, day)}
                title={say(line, day)}
                className={styles.day}
                onClick={() => open(line, day)}
                onKeyDown={event => event.key === 'Enter' && open(line, day)}
                onFocus={() => onVisit({ row, column })}
                onBlur={() => onVisit(undefined)}
                onMouseEnter={() => onVisit({ row, column })}
                onMouseLeave={() => onVisit(undefined)}
              />
            ))}
          </div>
          <div role="gridcell" className={styles.heatTotal}>
            {line.total}
          </div>
        </div>
      ))}
    </div>
  );
}
