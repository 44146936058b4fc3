import { HRV_DEFAULTS, type HeartRateVariability } from "../../../ecg/rhythm/hrv.ts";
import { spellDuration } from "../../../ecg/rhythm/rhythm-event.ts";
import { formatFixed } from "../../shared/format.ts";

/** A figure as it is printed; where there is none, why. */
export type FigureText = { readonly kind: "value"; readonly text: string } | { readonly kind: "none"; readonly reason: string };

export interface VariabilityRow {
  readonly name: string;
  readonly meaning: string;
  readonly figure: FigureText;
}

/** Heart-rate variability figure by figure, those that cannot be told with the reason. */
export function variabilityRows(variability: HeartRateVariability): VariabilityRow[] {
  const { meanRateBpm, sdnnMs, rmssdMs, pnn50, sd1Ms, sd2Ms, usableS } = variability;
  const { leastForSdnnS, leastForRmssdS } = HRV_DEFAULTS;
  const row = (name: string, meaning: string, value: number | null, { leastS, print }: { readonly leastS: number; readonly print: (value: number) => string }): VariabilityRow => ({
    name, meaning, figure: value === null ? { kind: "none", reason: reasonOf(leastS, usableS) } : { kind: "value", text: print(value) },
  });
  const ms = (value: number) => `${formatFixed(value, 1)} ms`;
  return [
    row("Mean NN rate", "60 / mean NN interval", meanRateBpm, { leastS: 0, print: (value) => `${formatFixed(value, 1)}/min` }),
    row("SDNN", "standard deviation of NN intervals", sdnnMs, { leastS: leastForSdnnS, print: ms }),
    row("RMSSD", "root mean square of successive differences", rmssdMs, { leastS: leastForRmssdS, print: ms }),
    row("pNN50", "successive differences above 50 ms", pnn50, { leastS: leastForRmssdS, print: (value) => `${formatFixed(100 * value, 1)} %` }),
    row("SD1", "Poincaré plot, across the line of identity", sd1Ms, { leastS: leastForRmssdS, print: ms }),
    row("SD2", "Poincaré plot, along it", sd2Ms, { leastS: leastForSdnnS, print: ms }),
  ];
}

function reasonOf(leastS: number, usableS: number): string {
  if (usableS === 0) return "no NN intervals";
  if (usableS >= leastS) return "too few NN intervals in a row";
  return `needs ${spellNeed(leastS)} of NN intervals; there are ${spellDuration(usableS)}`;
}

const spellNeed = (seconds: number) => (seconds % 60 === 0 ? (seconds === 60 ? "1 minute" : `${seconds / 60} minutes`) : `${seconds} s`);
