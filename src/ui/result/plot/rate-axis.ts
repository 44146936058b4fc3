import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import type { RateRange } from "./plot-geometry.ts";

export interface RateAxis extends RateRange {
  readonly ticks: readonly number[];
}

const STEPS_WANTED = 7;

/** A round range that holds all drawn points with some room, and its ticks: multiples of 1, 2 or 5. */
export function rateAxis({ rateBpm, marks }: Pick<PlotPoints, "rateBpm" | "marks">): RateAxis {
  let low = Infinity;
  let high = -Infinity;
  const include = (rate: number) => {
    low = Math.min(low, rate);
    high = Math.max(high, rate);
  };
  rateBpm.forEach(include);
  marks.forEach((mark) => include(mark.rateBpm));
  if (low > high) return { low: 0, high: 1, ticks: [0, 1] };

  const room = (high - low) * 0.04 || Math.abs(high) * 0.1 || 1;
  const step = roundStep((high - low + 2 * room) / STEPS_WANTED);
  const first = Math.max(Math.floor((low - room) / step), low < 0 ? -Infinity : 0);
  const last = Math.ceil((high + room) / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { low: ticks[0], high: ticks[ticks.length - 1], ticks };
}

/** The smallest 1, 2 or 5 times a power of ten that is at least `least` (greater than 0). */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5].map((digit) => digit * power).find((step) => step >= least) ?? 10 * power;
}
