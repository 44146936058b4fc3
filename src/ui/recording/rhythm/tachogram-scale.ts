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

const TICKS_WANTED = 5;
/** Beyond 20 to 300 beats per minute an interval is a missed or a false beat, or a pause that the list of events has. */
const HEART_MS = { least: 200, most: 3000 } as const;
/** Of a plot where places say more than extremes do. */
const USUAL_SHARES = [0.005, 0.995];

/** An interval in the unit shown: beats per minute, or ms. */
export const valueOf = (unit: TachogramUnit, intervalMs: number): number => (unit === "rate" ? 60_000 / intervalMs : intervalMs);

/** A round range for every interval that a heart can have: no extreme is cut off. */
export function fullScale(intervalMs: Float64Array, unit: TachogramUnit): ValueScale {
  const [shortest, longest] = intervalMs.length === 0 ? [600, 1000] : quantiles(intervalMs, [0, 1]);
  const within = (ms: number) => Math.min(HEART_MS.most, Math.max(HEART_MS.least, ms));
  return roundScale(valueOf(unit, within(shortest)), valueOf(unit, within(longest)));
}

/** A round range in ms for nearly all intervals: a few far off do not press the others together. */
export function usualScale(intervalMs: Float64Array): ValueScale {
  const [low, high] = intervalMs.length === 0 ? [600, 1000] : quantiles(intervalMs, USUAL_SHARES);
  return roundScale(low, high);
}

function roundScale(...ends: readonly [number, number]): ValueScale {
  const from = Math.min(...ends);
  const to = Math.max(...ends);
  const room = 0.05 * (to - from) || 0.1 * to;
  const step = roundStep((to - from + 2 * room) / TICKS_WANTED);
  const first = Math.max(0, Math.floor((from - room) / step));
  const last = Math.ceil((to + room) / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { low: ticks[0], high: ticks[ticks.length - 1], ticks };
}
