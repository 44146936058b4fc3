/** What a detector sees of one patient: one named column per feature, all of the length of the patient's rows. */
export interface FeatureMatrix {
  readonly names: readonly string[];
  /** NaN where a row has no such value; a row with a NaN is not scored */
  readonly columns: readonly Float32Array<ArrayBuffer>[];
}

/** The rows that have a value in every column, ascending. */
export function completeRows({ columns }: FeatureMatrix): Uint32Array<ArrayBuffer> {
  const length = columns.length === 0 ? 0 : columns[0].length;
  const rows = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    if (columns.every((column) => !Number.isNaN(column[row]))) rows[count++] = row;
  }
  return rows.slice(0, count);
}
