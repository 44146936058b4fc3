/** Part of a recording in samples, from `from` up to and without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of several lists as one, ascending and disjoint: those that touch or overlap become one. */
export function mergeStretches(...lists: readonly (readonly Stretch[])[]): Stretch[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of lists.flat().sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
