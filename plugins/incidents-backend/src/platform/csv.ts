/** A cell of a table. */
export type Cell = string | number;

/** What spreadsheets take for a formula, and run when the file is opened. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A table as CSV (RFC 4180): commas, quotes where they are needed, CRLF. A text that a spreadsheet would run is prefixed with an
 * apostrophe, so that it is shown instead.
 */
export function toCsv(rows: Cell[][]): string {
  return rows.map(row => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
