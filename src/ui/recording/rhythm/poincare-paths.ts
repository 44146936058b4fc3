import type { PoincarePairs } from "../../../ecg/rhythm/poincare.ts";
import type { ValueScale } from "./tachogram-scale.ts";

export interface PoincareArea {
  /** in ms, of both axes */
  readonly scale: ValueScale;
  /** of the square, in pixels */
  readonly side: number;
}

/** SVG paths of dots without length: a round line cap draws them. */
export interface PoincarePaths {
  /** NN pairs, the densest places last: as many paths as levels */
  readonly levels: readonly string[];
  /** crosses where a pair is not NN */
  readonly other: string;
}

/** Pairs nearer than this share a dot: ten thousands of them must not become as many marks. */
export const DOT_PX = 3;
const CROSS_PX = 6;
/** So many shades from the rarest to the densest place, by the logarithm of the number of pairs. */
export const DENSITY_LEVELS = 4;

export function poincarePaths(pairs: PoincarePairs, area: PoincareArea): PoincarePaths {
  const dots = countInCells(pairs, area, { cellPx: DOT_PX, normal: 1 });
  const crosses = countInCells(pairs, area, { cellPx: CROSS_PX, normal: 0 });
  const densest = Math.log(1 + dots.reduce((most, count) => Math.max(most, count), 0));
  const levels = new Array<string>(DENSITY_LEVELS).fill("");
  dots.forEach((count, cell) => {
    if (count > 0) levels[Math.ceil((DENSITY_LEVELS * Math.log(1 + count)) / densest) - 1] += `M${middleOf(cell, DOT_PX, area)}h0`;
  });
  let other = "";
  crosses.forEach((count, cell) => {
    if (count > 0) other += `M${middleOf(cell, CROSS_PX, area)}m-2,-2l4,4m0,-4l-4,4`;
  });
  return { levels, other };
}

const cellsAlong = ({ side }: PoincareArea, cellPx: number) => Math.floor(side / cellPx) + 1;

/** How many pairs, NN or not, lie in each cell of the plot, row by row. */
function countInCells({ intervalMs, nextMs, isNormal }: PoincarePairs, area: PoincareArea, { cellPx, normal }: { readonly cellPx: number; readonly normal: 0 | 1 }): Uint32Array {
  const along = cellsAlong(area, cellPx);
  const counts = new Uint32Array(along * along);
  for (let pair = 0; pair < intervalMs.length; pair++) {
    if (isNormal[pair] !== normal) continue;
    const { x, y } = placeOf(area, intervalMs[pair], nextMs[pair]);
    counts[Math.floor(y / cellPx) * along + Math.floor(x / cellPx)]++;
  }
  return counts;
}

function middleOf(cell: number, cellPx: number, area: PoincareArea): string {
  const along = cellsAlong(area, cellPx);
  return `${((cell % along) + 0.5) * cellPx},${(Math.floor(cell / along) + 0.5) * cellPx}`;
}

/** Where a pair is drawn; one beyond the scale at its edge. */
export function placeOf({ scale: { low, high }, side }: PoincareArea, intervalMs: number, nextMs: number): { readonly x: number; readonly y: number } {
  const along = (ms: number) => (side * (Math.min(high, Math.max(low, ms)) - low)) / (high - low);
  return { x: along(intervalMs), y: side - along(nextMs) };
}

const REACH_PX = 12;

/** The pair drawn nearest to a place, as index; null where none is near. */
export function pairAt({ intervalMs, nextMs }: PoincarePairs, area: PoincareArea, at: { readonly x: number; readonly y: number }): number | null {
  let nearest: number | null = null;
  let least = REACH_PX;
  for (let pair = 0; pair < intervalMs.length; pair++) {
    const { x, y } = placeOf(area, intervalMs[pair], nextMs[pair]);
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance >= least) continue;
    least = distance;
    nearest = pair;
  }
  return nearest;
}
