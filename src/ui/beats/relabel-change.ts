/** Beats that were given one class, or had theirs taken away (null). */
export interface RelabelChange {
  readonly beats: readonly number[];
  /** the classes they had before (null: none), each with its beats */
  readonly before: ReadonlyMap<number | null, readonly number[]>;
  readonly after: number | null;
}

/** The classes that beats have, each with its beats. */
export function classesBefore(beats: readonly number[], byBeat: ReadonlyMap<number, number>): ReadonlyMap<number | null, readonly number[]> {
  const classes = new Map<number | null, number[]>();
  for (const beat of beats) {
    const classIndex = byBeat.get(beat) ?? null;
    const same = classes.get(classIndex);
    if (same === undefined) classes.set(classIndex, [beat]);
    else same.push(beat);
  }
  return classes;
}
