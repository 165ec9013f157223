/** SQLite takes no more rows in one statement. */
const rowsPerStatement = 500;

/** Rows, in as many parts as there must be statements to write them. */
export function chunksOf<T>(rows: T[]): T[][] {
  const chunks: T[][] = [];
  for (let i = 0; i < rows.length; i += rowsPerStatement) {
    chunks.push(rows.slice(i, i + rowsPerStatement));
  }
  return chunks;
}
