import { quantiles } from "../../../ecg/numeric/quantile.ts";
import type { Lead } from "../../../ecg/recording/recording.ts";
import { columnExtremes } from "../../../ecg/recording/signal-pyramid.ts";

/** The whole of a recording on a page, a minute a row. */
export const ROW_S = 60;
export const DISCLOSURE_MM = { labelMm: 11, plotMm: 177, rowMm: 7.6 } as const;
/** More rows would need a second page. */
export const MOST_ROWS = 31;

const COLUMNS_PER_MM = 5;
const GAINS_MM_PER_MV = [10, 5, 2.5, 1.25, 0.5, 0.2, 0.1] as const;
/** All but so much of the signal keeps to its row; the rest reaches into the rows beside it. */
const OUTSIDE_SHARE = 0.0005;
const SAMPLES_LOOKED_AT = 200_000;

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

/** The rows of a lead at the largest usual gain that keeps them apart; null of a recording that needs more than a page. */
export function disclosure({ samplesMv }: Pick<Lead, "samplesMv">, samplingRateHz: number): Disclosure | null {
  const count = Math.ceil(samplesMv.length / samplingRateHz / ROW_S);
  if (count === 0 || count > MOST_ROWS) return null;
  const stride = Math.ceil(samplesMv.length / SAMPLES_LOOKED_AT);
  const looked = Float32Array.from({ length: Math.ceil(samplesMv.length / stride) }, (_, i) => samplesMv[i * stride]);
  const [low, level, high] = quantiles(looked, [OUTSIDE_SHARE, 0.5, 1 - OUTSIDE_SHARE]);
  const gainMmPerMv = GAINS_MM_PER_MV.find((gain) => (high - low) * gain <= DISCLOSURE_MM.rowMm) ?? GAINS_MM_PER_MV[GAINS_MM_PER_MV.length - 1];
  // The middle of what the rows have room for, whichever way the beats point.
  const middle = high > low ? (high + low) / 2 : level;
  const yOf = (mv: number) => (DISCLOSURE_MM.rowMm / 2 - (mv - middle) * gainMmPerMv).toFixed(2);
  return { gainMmPerMv, rows: Array.from({ length: count }, (_, row) => ({ fromS: row * ROW_S, path: rowPath(samplesMv, { row, samplingRateHz, yOf }) })) };
}

function rowPath(samplesMv: Float32Array<ArrayBuffer>, { row, samplingRateHz, yOf }: { readonly row: number; readonly samplingRateHz: number; readonly yOf: (mv: number) => string }): string {
  const fromSample = Math.round(row * ROW_S * samplingRateHz);
  const toSample = Math.min(Math.round((row + 1) * ROW_S * samplingRateHz), samplesMv.length);
  const widthMm = ((toSample - fromSample) / (ROW_S * samplingRateHz)) * DISCLOSURE_MM.plotMm;
  const columns = Math.max(1, Math.round(widthMm * COLUMNS_PER_MM));
  const { min, max } = columnExtremes({ samples: samplesMv, levels: [] }, { fromSample, toSample, columns });
  let path = "";
  for (let column = 0; column < columns; column++) {
    const x = (DISCLOSURE_MM.labelMm + ((column + 0.5) * widthMm) / columns).toFixed(2);
    path += `${column === 0 ? "M" : "L"}${x},${yOf(max[column])}V${yOf(min[column])}`;
  }
  return path;
}
