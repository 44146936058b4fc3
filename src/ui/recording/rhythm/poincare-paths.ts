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

export function poincarePaths({ intervalMs, nextMs, isNormal }: PoincarePairs, area: PoincareArea): PoincarePaths {
  const dots = new Map<string, number>();
  const crosses = new Set<string>();
  for (let pair = 0; pair < intervalMs.length; pair++) {
    const { x, y } = placeOf(area, intervalMs[pair], nextMs[pair]);
    if (isNormal[pair] === 1) {
      const cell = `${snap(x, DOT_PX)},${snap(y, DOT_PX)}`;
      dots.set(cell, (dots.get(cell) ?? 0) + 1);
    } else crosses.add(`${snap(x, CROSS_PX)},${snap(y, CROSS_PX)}`);
  }
  const densest = Math.log(1 + [...dots.values()].reduce((most, count) => Math.max(most, count), 0));
  const levels = new Array<string>(DENSITY_LEVELS).fill("");
  for (const [cell, count] of dots) levels[Math.ceil((DENSITY_LEVELS * Math.log(1 + count)) / densest) - 1] += `M${cell}h0`;
  return { levels, other: Array.from(crosses, (cell) => `M${cell}m-2,-2l4,4m0,-4l-4,4`).join("") };
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

/** The middle of the cell that a pixel lies in. */
const snap = (pixel: number, cell: number) => (Math.floor(pixel / cell) + 0.5) * cell;
