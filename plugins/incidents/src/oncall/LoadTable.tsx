import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePutInAddress } from '../shell/usePutInAddress';
import { incidentsTranslationRef } from '../translation';
import { loadMeasures, type LoadMeasure, type LoadRow } from './describeLoad';
import styles from './load.module.css';

export type LoadTableProps = { rows: LoadRow[]; sort: LoadMeasure };

/** A line for each person, with a bar in each cell; the heads of the columns sort. */
export function LoadTable({ rows, sort }: LoadTableProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  return (
    <table className={styles.table} aria-label={t('load.table')}>
      <thead>
        <tr>
          <th scope="col" className={styles.person}>
            {t('load.person')}
          </th>
          {loadMeasures.map(measure => (
            <SortHead
              key={measure}
              measure={measure}
              isSorted={measure === sort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <PersonRow key={row.ref} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function SortHead(props: { measure: LoadMeasure; isSorted: boolean }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { measure, isSorted } = props;
  const what = t(`load.${measure}`);
  const put = usePutInAddress();
  return (
    <th scope="col" aria-sort={isSorted ? 'descending' : undefined}>
      <button
        type="button"
        className={styles.sort}
        title={t('load.sort', { what })}
        onClick={() => put('sort', measure)}
      >
        {what}
        {isSorted && <span aria-hidden="true"> ↓</span>}
      </button>
    </th>
  );
}

function PersonRow({ row }: { row: LoadRow }) {
  return (
    <tr>
      <th scope="row" className={styles.person}>
        {row.name}
        <ul className={styles.about}>
          {row.about.map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </th>
      {row.cells.map(cell => (
        <td key={cell.measure}>
          <span className={styles.value}>{cell.text}</span>
          <span className={styles.rail} aria-hidden="true">
            <span
              className={styles.length}
              data-measure={cell.measure}
              style={{ width: `${cell.width}%` }}
            >
              {cell.marked > 0 && (
                <span
                  className={styles.marked}
                  style={{ width: `${cell.marked}%` }}
                />
              )}
            </span>
          </span>
          {cell.note && <span className={styles.note}>{cell.note}</span>}
        </td>
      ))}
    </tr>
  );
}
