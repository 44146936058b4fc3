import { quantiles } from "../../../numeric/quantile.ts";
import type { SampleUnit } from "../recording-question.ts";

export interface UnitGuess {
  readonly unit: SampleUnit;
  /** whether the values leave no doubt */
  readonly isSure: boolean;
}

/** From peak to peak an ECG lead has this, in mV; less or more is another unit. */
const PEAK_TO_PEAK_MV = { min: 0.1, max: 30 } as const;
/** What converters give to the millivolt. */
const USUAL_GAINS = [50, 100, 200, 400, 500, 1000, 2000, 5000];
const TYPICAL_PEAK_TO_PEAK_MV = 1.5;
/** Middles of converters of 8 to 16 bits. */
const USUAL_ZEROS = [128, 512, 1024, 2048, 8192, 32_768];

/** The unit of samples that no name or note states, from the size of their first values; NaN are left out. */
export function guessUnit(values: Float64Array): UnitGuess {
  const [low, middle, high] = quantiles(values, [0.005, 0.5, 0.995]);
  const range = high - low;
  if (Number.isNaN(range)) return { unit: { kind: "mV" }, isSure: false };
  if (values.some((value) => !Number.isNaN(value) && !Number.isInteger(value))) {
    const [least, most] = [values.reduce((a, b) => (b < a ? b : a)), values.reduce((a, b) => (b > a ? b : a))];
    const isScaled = least === 0 && most === 1;
    if (range >= PEAK_TO_PEAK_MV.min && range <= PEAK_TO_PEAK_MV.max) return { unit: { kind: "mV" }, isSure: !isScaled };
    return { unit: { kind: range > PEAK_TO_PEAK_MV.max ? "µV" : range < 0.02 ? "V" : "mV" }, isSure: false };
  }
  const isAroundZero = Math.abs(middle) < 0.5 * range || (low < 0 && high > 0);
  if (isAroundZero && range >= 1000 * PEAK_TO_PEAK_MV.min && range <= 1000 * PEAK_TO_PEAK_MV.max) return { unit: { kind: "µV" }, isSure: false };
  const zero = isAroundZero ? 0 : (USUAL_ZEROS.find((usual) => Math.abs(middle - usual) < 0.15 * usual) ?? Math.round(middle));
  const gain = range / TYPICAL_PEAK_TO_PEAK_MV;
  const unitsPerMv = USUAL_GAINS.reduce((a, b) => (Math.abs(Math.log(b / gain)) < Math.abs(Math.log(a / gain)) ? b : a));
  return { unit: { kind: "adc", unitsPerMv, zero }, isSure: false };
}
