/** Numbers of a figure as a table. */
import { unmarked } from '../words/typeset.ts';

export type Cell = number | string | null;

export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** In a file: the table as it is for a program, where it has more to say than on screen. */
  readonly file?: Pick<DataTable, 'columns' | 'rows'>;
}

/** RFC 4180 with a comment line on top; numbers with all their digits. */
export function csvOf({ caption, columns, rows, file }: DataTable): string {
  const lines = [(file?.columns ?? columns).map(unmarked), ...(file?.rows ?? rows)].map((row) =>
    row.map(csvCell).join(','),
  );
  return `# ${caption.replace(/\s+/g, ' ')}\n${lines.join('\n')}\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet would run text that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
