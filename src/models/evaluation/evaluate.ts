import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { defaultParameters, type DetectorMeta, type ReadArtifact } from "../detector.ts";
import { loadDetector } from "../detectors.ts";
import { measureDetector, type DetectorFigures } from "./measure-detector.ts";

export interface Evaluation {
  readonly data: EvaluatedData;
  readonly detectors: readonly DetectorFigures[];
}

export interface EvaluatedData {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly patients: number;
  /** rows labelled 1 */
  readonly anomalous: number;
}

export interface EvaluationOptions extends JobControl {
  readonly detectors: readonly DetectorMeta[];
  readonly readArtifact: ReadArtifact;
}

/**
 * Runs detectors as shipped, with their default parameters and their own thresholds, on a labelled table of one file.
 * Throws a ProblemError "no-labels" for a table without labels.
 */
export async function evaluate(table: HeartRateTable, { detectors, ...options }: EvaluationOptions): Promise<Evaluation> {
  const { patients, rows, files: [file] } = table;
  if (!table.labelled) {
    const advice = "Add a column “label” with 1 for an anomalous row and 0 for a normal one";
    throw new ProblemError("no-labels", "the file has no labels to measure against", advice, { file: file.name });
  }
  const measured: DetectorFigures[] = [];
  for (const meta of detectors) {
    const detect = await loadDetector(meta.id);
    const run = await detect(patients, { ...options, parameters: defaultParameters(meta) });
    measured.push(measureDetector(meta.id, patients, run));
  }
  const anomalous = patients.reduce((sum, { label }) => sum + label.reduce((own, value) => own + (value === 1 ? 1 : 0), 0), 0);
  return { data: { file: file.name, sha256: file.sha256, rows, patients: patients.length, anomalous }, detectors: measured };
}
