import { quantile } from "../../../numeric/quantile.ts";

/** The distance of samples in a column of times, in whatever unit the column has. */
export interface ClockEstimate {
  readonly period: number;
  /** a longer step is a gap */
  readonly longestStep: number;
  /** share of the steps that are no sample's distance, gaps and steps back */
  readonly irregularShare: number;
  /** by how many samples a written time can be off, as it is rounded */
  readonly roundedBy: number;
}

export interface Gap {
  /** row of the first sample after the gap */
  readonly beforeRow: number;
  /** from the sample before to the sample after, in the column's unit */
  readonly step: number;
  readonly line: number;
}

const MOST_TICKS = 2.5;
/** So many rows with the time of the row before: the clock is coarser than the sampling. */
const COARSE_SHARE = 0.02;
const TOLERANCE = 0.75;
/** How fast the expected time follows the written ones: fast enough for a period known to a thousandth. */
const FOLLOW = 0.02;

/**
 * The distance of samples from their first times (NaN where missing). Times may be rounded to more or less than that
 * distance, jump at gaps, or be missing. Null without two different ones.
 */
export function estimateClock(times: Float64Array): ClockEstimate | null {
  const known = times.filter((time) => !Number.isNaN(time));
  const steps = Float64Array.from({ length: Math.max(0, known.length - 1) }, (_, i) => known[i + 1] - known[i]);
  const tick = quantile(steps.filter((step) => step > 0), 0.5);
  if (Number.isNaN(tick)) return null;
  const near = steps.filter((step) => step >= 0 && step <= MOST_TICKS * tick);
  const rough = mean(near);
  const isCoarse = near.filter((step) => step === 0).length > COARSE_SHARE * near.length;
  const regular = isCoarse ? near : near.filter((step) => Math.abs(step - rough) <= TOLERANCE * rough);
  if (regular.length === 0) return null;
  const period = mean(regular);
  const longest = regular.reduce((a, b) => Math.max(a, b), 0);
  return { period, longestStep: Math.max(1.5 * period, longest + 0.5 * period), irregularShare: 1 - regular.length / steps.length, roundedBy: isCoarse ? tick / period : 0.5 };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Follows the times of a recording row by row: finds gaps and steps back, and measures the distance of samples between them. */
export class SampleClock {
  readonly gaps: Gap[] = [];
  readonly #estimate: ClockEstimate;
  /** after which times of day begin anew; null where they do not */
  readonly #wrapsAfter: number | null;
  #rows = 0;
  #last = NaN;
  #expected = 0;
  #lifted = 0;
  #steps = 0;
  #sum = 0;
  #sumOfSquares = 0;
  #rowsSinceKnown = 0;
  /** rows before this one with the same time as the row before them */
  #stood = 0;

  constructor(estimate: ClockEstimate, wrapsAfter: number | null = null) {
    this.#estimate = estimate;
    this.#wrapsAfter = wrapsAfter;
  }

  /** Takes the next row's time, NaN where it has none. Returns whether time went on; if it went back by more than jitter does, "back". */
  add(written: number, line: number): "on" | "slightly-back" | "back" {
    const row = this.#rows++;
    if (Number.isNaN(written)) {
      this.#expected += this.#estimate.period;
      this.#rowsSinceKnown++;
      return "on";
    }
    if (this.#wrapsAfter !== null && written + this.#lifted < this.#last - this.#wrapsAfter / 2) this.#lifted += this.#wrapsAfter;
    const time = written + this.#lifted;
    const step = time - this.#last;
    const rows = 1 + this.#rowsSinceKnown;
    this.#last = time;
    this.#rowsSinceKnown = 0;
    if (Number.isNaN(step)) {
      this.#expected = time;
      return "on";
    }
    const { period, longestStep } = this.#estimate;
    const late = time - this.#expected - period;
    // A clock that stood still is coarser than the sampling, and then makes up for it at once.
    const longest = longestStep + (rows - 1) * period + (this.#stood > 0 ? (this.#stood + 2) * period : 0);
    this.#stood = step === 0 ? this.#stood + 1 : 0;
    if (step > longest && late > longestStep - period) {
      this.gaps.push({ beforeRow: row, step: step - (rows - 1) * period, line });
      this.#expected = time;
      return "on";
    }
    this.#expected += period + FOLLOW * late;
    if (step < -longestStep) return "back";
    this.#steps += rows;
    this.#sum += step;
    if (rows === 1) this.#sumOfSquares += (step - period) ** 2;
    return step < 0 ? "slightly-back" : "on";
  }

  /** steps between samples, gaps left out */
  get steps(): number {
    return this.#steps;
  }

  /** mean distance of samples in the column's unit, gaps left out */
  get period(): number {
    return this.#steps === 0 || this.#sum <= 0 ? this.#estimate.period : this.#sum / this.#steps;
  }

  /** standard deviation of the distance of samples in the column's unit, gaps left out */
  get jitter(): number {
    if (this.#steps === 0) return 0;
    const offset = this.period - this.#estimate.period;
    return Math.sqrt(Math.max(0, this.#sumOfSquares / this.#steps - offset * offset));
  }
}

/**
 * The sampling rate of `steps` steps that were measured as `measuredHz`: the whole number nearest, where it would put the
 * last sample less than `roundedBy` samples off, since times are rounded; else as measured.
 */
export function likelyRate(measuredHz: number, { steps, roundedBy }: { readonly steps: number; readonly roundedBy: number }): number {
  const whole = Math.round(measuredHz);
  return whole > 0 && (Math.abs(measuredHz - whole) / measuredHz) * Math.max(1, steps) < roundedBy ? whole : measuredHz;
}
