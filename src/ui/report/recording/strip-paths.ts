import { quantile } from "../../../ecg/numeric/quantile.ts";
import type { Lead, UnusableStretch } from "../../../ecg/recording/recording.ts";

/** The usual scale of electrocardiography: on paper, 1 s is 25 mm wide and 1 mV 10 mm high. */
export const SPEED_MM_PER_S = 25;
export const GAIN_MM_PER_MV = 10;

/** What a printed strip is wide: A4 with margins of 10 mm leaves 190. */
export const STRIP_MM = { widthMm: 188, pulseMm: 8 } as const;
export const STRIP_S = (STRIP_MM.widthMm - STRIP_MM.pulseMm) / SPEED_MM_PER_S;

/** Above and below the baseline: in steps of the grid's bold lines, and no more than leaves room for other strips. */
const BOLD_MM = 5;
const LEAST_MM = { up: 15, down: 5 };
const MOST_MM = { up: 40, down: 30 };

export interface StripOptions {
  readonly lead: Pick<Lead, "samplesMv" | "unusable">;
  readonly samplingRateHz: number;
  /** of the strip's left end, not negative; the strip is STRIP_S long, or shorter at the recording's end */
  readonly fromS: number;
}

/** A strip as SVG paths, in millimetres from the paper's top left corner. */
export interface StripPaths {
  readonly heightMm: number;
  readonly fineGrid: string;
  readonly boldGrid: string;
  /** 1 mV for 5 mm of paper */
  readonly pulse: string;
  readonly trace: string;
  /** what says nothing about the heart */
  readonly unusable: readonly { readonly leftMm: number; readonly widthMm: number; readonly cause: UnusableStretch["cause"] }[];
  /** whether the trace leaves the paper */
  readonly isCut: boolean;
}

/** Where a sample lies along a strip, in mm. */
export function stripX({ samplingRateHz, fromS }: Pick<StripOptions, "samplingRateHz" | "fromS">, sample: number): number {
  return STRIP_MM.pulseMm + (sample / samplingRateHz - fromS) * SPEED_MM_PER_S;
}

/**
 * Every sample of a stretch at 25 mm/s and 10 mm/mV, about its median, on paper as high as the trace needs. The line is
 * broken where samples are missing.
 */
export function stripPaths({ lead: { samplesMv, unusable }, samplingRateHz, fromS }: StripOptions): StripPaths {
  const from = Math.max(0, Math.ceil(fromS * samplingRateHz));
  const to = Math.min(samplesMv.length, Math.floor((fromS + STRIP_S) * samplingRateHz) + 1);
  const shown = samplesMv.subarray(from, to);
  const levelMv = shown.length === 0 ? 0 : quantile(shown, 0.5);
  const { upMm, downMm, isCut } = paperHeight(shown, levelMv);
  const heightMm = upMm + downMm;
  const xOf = (sample: number) => stripX({ samplingRateHz, fromS }, sample);
  const yOf = (mv: number) => upMm - (mv - levelMv) * GAIN_MM_PER_MV;
  const inView = unusable.filter((stretch) => stretch.from < to && stretch.to > from);
  return {
    heightMm,
    ...gridPaths(heightMm),
    pulse: `M1,${upMm}h1v${-GAIN_MM_PER_MV}h5v${GAIN_MM_PER_MV}h1`,
    trace: tracePath(samplesMv, { from, to, gaps: inView.filter(({ cause }) => cause === "missing"), xOf, yOf }),
    unusable: inView.map((stretch) => {
      const leftMm = xOf(Math.max(stretch.from, from));
      return { leftMm, widthMm: xOf(Math.min(stretch.to, to)) - leftMm, cause: stretch.cause };
    }),
    isCut,
  };
}

function paperHeight(samplesMv: Float32Array, levelMv: number): { readonly upMm: number; readonly downMm: number; readonly isCut: boolean } {
  let low = levelMv;
  let high = levelMv;
  for (const value of samplesMv) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const needed = { up: (high - levelMv) * GAIN_MM_PER_MV, down: (levelMv - low) * GAIN_MM_PER_MV };
  const height = (side: "up" | "down") => Math.min(Math.max(Math.ceil((needed[side] + 1) / BOLD_MM) * BOLD_MM, LEAST_MM[side]), MOST_MM[side]);
  return { upMm: height("up"), downMm: height("down"), isCut: needed.up > MOST_MM.up || needed.down > MOST_MM.down };
}

/** Millimetres, every fifth bold; the bold lines cross the baseline, and the trace begins on one. */
function gridPaths(heightMm: number): Pick<StripPaths, "fineGrid" | "boldGrid"> {
  let fineGrid = "";
  let boldGrid = "";
  for (let x = 0; x <= STRIP_MM.widthMm; x++) {
    const line = `M${x},0V${heightMm}`;
    if ((x - STRIP_MM.pulseMm) % BOLD_MM === 0) boldGrid += line;
    else fineGrid += line;
  }
  for (let y = 0; y <= heightMm; y++) {
    const line = `M0,${y}H${STRIP_MM.widthMm}`;
    if (y % BOLD_MM === 0) boldGrid += line;
    else fineGrid += line;
  }
  return { fineGrid, boldGrid };
}

interface TraceOptions {
  readonly from: number;
  readonly to: number;
  readonly gaps: readonly UnusableStretch[];
  readonly xOf: (sample: number) => number;
  readonly yOf: (mv: number) => number;
}

function tracePath(samplesMv: Float32Array, { from, to, gaps, xOf, yOf }: TraceOptions): string {
  const pieces: string[] = [];
  let isDown = false;
  let gap = 0;
  for (let sample = from; sample < to; sample++) {
    while (gap < gaps.length && gaps[gap].to <= sample) gap++;
    if (gap < gaps.length && gaps[gap].from <= sample) {
      isDown = false;
      continue;
    }
    pieces.push(`${isDown ? "L" : "M"}${xOf(sample).toFixed(2)},${yOf(samplesMv[sample]).toFixed(2)}`);
    isDown = true;
  }
  return pieces.join("");
}
