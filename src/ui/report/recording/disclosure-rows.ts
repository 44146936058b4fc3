import { quantile } from "../../../ecg/numeric/quantile.ts";
import type { Lead } from "../../../ecg/recording/recording.ts";
import { columnExtremes, type SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";

/** The whole of a recording on a page, a minute a row. */
export const ROW_S = 60;
export const DISCLOSURE_MM = { labelMm: 11, plotMm: 177, rowMm: 7.6, baselineMm: 5 } as const;
/** More rows would need a second page. */
export const MOST_ROWS = 31;

const COLUMNS_PER_MM = 5;
const GAINS_MM_PER_MV = [10, 5, 2.5, 1.25, 0.5, 0.2, 0.1] as const;
/** So many of the seconds are no higher than a row; the rest reach into the rows beside it. */
const INSIDE_SHARE = 0.9;

export interface DisclosureRow {
  readonly fromS: number;
  /** extremes of each fifth of a millimetre, in mm from the row's top left corner */
  readonly path: string;
}

export interface Disclosure {
  readonly gainMmPerMv: number;
  readonly rows: readonly DisclosureRow[];
}

/** Where a sample lies along its row, in mm. */
export function disclosureX(sample: number, samplingRateHz: number): number {
  const timeS = sample / samplingRateHz;
  return DISCLOSURE_MM.labelMm + ((timeS - Math.floor(timeS / ROW_S) * ROW_S) / ROW_S) * DISCLOSURE_MM.plotMm;
}

/** The rows of a lead, each about its own median, at the largest usual gain that keeps beats in their row; null of a recording that needs more than a page. */
export function disclosure({ samplesMv }: Pick<Lead, "samplesMv">, samplingRateHz: number): Disclosure | null {
  const durationS = samplesMv.length / samplingRateHz;
  const count = Math.ceil(durationS / ROW_S);
  if (count === 0 || count > MOST_ROWS) return null;
  const signal: SignalPyramid = { samples: samplesMv, levels: [] };
  const { min, max } = columnExtremes(signal, { fromSample: 0, toSample: samplesMv.length, columns: Math.ceil(durationS) });
  const usualMv = quantile(max.map((high, second) => high - min[second]), INSIDE_SHARE);
  const gainMmPerMv = GAINS_MM_PER_MV.find((gain) => usualMv * gain <= DISCLOSURE_MM.rowMm) ?? GAINS_MM_PER_MV[GAINS_MM_PER_MV.length - 1];
  const rows = Array.from({ length: count }, (_, row) => ({ fromS: row * ROW_S, path: rowPath(signal, { row, samplingRateHz, gainMmPerMv }) }));
  return { gainMmPerMv, rows };
}

interface RowOptions {
  readonly row: number;
  readonly samplingRateHz: number;
  readonly gainMmPerMv: number;
}

function rowPath(signal: SignalPyramid, { row, samplingRateHz, gainMmPerMv }: RowOptions): string {
  const fromSample = Math.round(row * ROW_S * samplingRateHz);
  const toSample = Math.min(Math.round((row + 1) * ROW_S * samplingRateHz), signal.samples.length);
  const widthMm = ((toSample - fromSample) / (ROW_S * samplingRateHz)) * DISCLOSURE_MM.plotMm;
  const columns = Math.max(1, Math.round(widthMm * COLUMNS_PER_MM));
  const { min, max } = columnExtremes(signal, { fromSample, toSample, columns });
  const levelMv = quantile(signal.samples.subarray(fromSample, toSample), 0.5);
  const yOf = (mv: number) => (DISCLOSURE_MM.baselineMm - (mv - levelMv) * gainMmPerMv).toFixed(2);
  let path = "";
  for (let column = 0; column < columns; column++) {
    const x = (DISCLOSURE_MM.labelMm + ((column + 0.5) * widthMm) / columns).toFixed(2);
    path += `${column === 0 ? "M" : "L"}${x},${yOf(max[column])}V${yOf(min[column])}`;
  }
  return path;
}
