import { roundStep } from "../../result/plot/rate-axis.ts";
import { quantiles } from "../../../ecg/numeric/quantile.ts";

/** What a tachogram's height stands for. */
export const TACHOGRAM_UNITS = ["rate", "interval"] as const;
export type TachogramUnit = (typeof TACHOGRAM_UNITS)[number];

export interface ValueScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const USUAL_SHARES = [0.001, 0.999];
const TICKS_WANTED = 5;

/** An interval in the unit shown: beats per minute, or ms. */
export const valueOf = (unit: TachogramUnit, intervalMs: number): number => (unit === "rate" ? 60_000 / intervalMs : intervalMs);

/** A round range for nearly all values: a few false intervals must not press all others together. Those beyond are drawn at its edge. */
export function valueScale(intervalMs: Float64Array, unit: TachogramUnit): ValueScale {
  const [least, most] = intervalMs.length === 0 ? [600, 1000] : quantiles(intervalMs, USUAL_SHARES);
  const ends = [valueOf(unit, least), valueOf(unit, most)];
  const from = Math.min(...ends);
  const to = Math.max(...ends);
  const room = 0.08 * (to - from) || 0.1 * to;
  const step = roundStep((to - from + 2 * room) / TICKS_WANTED);
  const first = Math.max(0, Math.floor((from - room) / step));
  const last = Math.ceil((to + room) / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { low: ticks[0], high: ticks[ticks.length - 1], ticks };
}
