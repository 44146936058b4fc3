/** A line with as many cells is refused. A heart-rate table has a handful; a beat table of 187 samples should still reach the import dialog. */
export const MAX_COLUMNS = 1024;

/** One row as spans of `text`, without a string per cell. The splitter reuses it: valid only during the call it is passed to. */
export interface CellRow {
  readonly text: string;
  /** cell c is text.slice(starts[c], ends[c]), already trimmed */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** number of cells; those beyond MAX_COLUMNS are counted but have no span */
  readonly count: number;
  /** 1-based line of the file on which the row begins */
  readonly line: number;
  /** a quoted cell of the row is not closed, or goes on after its closing quote */
  readonly malformed: boolean;
}

export function cellText(row: CellRow, column: number): string {
  return row.text.slice(row.starts[column], row.ends[column]);
}

export function cellTexts(row: CellRow): string[] {
  return Array.from({ length: Math.min(row.count, MAX_COLUMNS) }, (_, column) => cellText(row, column));
}

/** No cell holds anything: an empty line, or one of separators only. */
export function isBlank(row: CellRow): boolean {
  for (let column = 0; column < Math.min(row.count, MAX_COLUMNS); column++) {
    if (row.starts[column] < row.ends[column]) return false;
  }
  return true;
}
