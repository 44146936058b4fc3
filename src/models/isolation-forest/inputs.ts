import { completeRows, type FeatureMatrix } from "../../ecg/heart-rate/feature-matrix.ts";
import { publishedInputs } from "../../ecg/heart-rate/published-features.ts";
import { prematurityInputs } from "../../ecg/heart-rate/relative-features.ts";
import type { DetectorInput } from "../detector.ts";

export type FeaturePreset = "published" | "relative";

/** The scored rows of all patients one after another, as the forest takes them. */
export interface ForestInputs {
  readonly columns: readonly Float32Array<ArrayBuffer>[];
  /** of each patient, the rows that are scored */
  readonly rows: readonly Uint32Array[];
}

const NO_ROWS = { rateBpm: new Float64Array(0), given: null };

/** The features of a preset for every row that has them all: not a patient's first. */
export function forestInputs(patients: readonly Pick<DetectorInput, "rateBpm" | "given">[], preset: FeaturePreset): ForestInputs {
  const matrices = patients.map((patient) => featuresOf(patient, preset));
  const rows = matrices.map(completeRows);
  const total = rows.reduce((sum, { length }) => sum + length, 0);
  const columns = featuresOf(NO_ROWS, preset).names.map((_, feature) => {
    const column = new Float32Array(total);
    let end = 0;
    rows.forEach((own, p) => {
      for (const row of own) column[end++] = matrices[p].columns[feature][row];
    });
    return column;
  });
  return { columns, rows };
}

function featuresOf(patient: Pick<DetectorInput, "rateBpm" | "given">, preset: FeaturePreset): FeatureMatrix {
  return preset === "published" ? publishedInputs(patient) : prematurityInputs(patient.rateBpm);
}

/** Scores of `inputs` back in their patients' rows, NaN in the rows that were left out. `lengths`: rows of each patient. */
export function scatterScores(scores: Float32Array, { rows }: ForestInputs, lengths: readonly number[]): Float32Array<ArrayBuffer>[] {
  let start = 0;
  return rows.map((own, p) => {
    const scattered = new Float32Array(lengths[p]).fill(NaN);
    own.forEach((row, i) => (scattered[row] = scores[start + i]));
    start += own.length;
    return scattered;
  });
}
