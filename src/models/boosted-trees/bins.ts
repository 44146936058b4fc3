import { lowerBound } from "../trees/lower-bound.ts";

/**
 * Edges that cut `values` (without NaN) into at most `bins` bins of about equally many values, each edge midway between
 * two neighbouring values. Where there are no more distinct values than bins, each has a bin of its own; a value that
 * fills one alone (the zeros after a beat's end) has it to itself, and the others share the rest.
 */
export function quantileEdges(values: Float32Array, bins: number): Float32Array<ArrayBuffer> {
  const { distinct, counts } = tally(values);
  const edges: number[] = [];
  let inBin = 0;
  let left = values.length;
  for (let i = 0; i + 1 < distinct.length && edges.length + 1 < bins; i++) {
    inBin += counts[i];
    const share = left / (bins - edges.length);
    if (distinct.length > bins && inBin < share && counts[i + 1] < share) continue;
    edges.push(midway(distinct[i], distinct[i + 1]));
    left -= inBin;
    inBin = 0;
  }
  return Float32Array.from(edges);
}

/** The distinct values in ascending order, and how often each occurs. */
function tally(values: Float32Array): { distinct: number[]; counts: number[] } {
  const distinct: number[] = [];
  const counts: number[] = [];
  for (const value of values.slice().sort()) {
    if (value === distinct.at(-1)) counts[counts.length - 1]++;
    else {
      distinct.push(value);
      counts.push(1);
    }
  }
  return { distinct, counts };
}

/** A float32 at least `below` and less than `above`. */
function midway(below: number, above: number): number {
  const middle = Math.fround((below + above) / 2);
  return middle < above ? middle : below;
}

/** The bin of each value: how many of the edges lie below it. At most 255 edges. */
export function binValues(values: Float32Array, edges: Float32Array): Uint8Array<ArrayBuffer> {
  const binned = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) binned[row] = lowerBound(edges, values[row]);
  return binned;
}
