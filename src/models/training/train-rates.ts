import type { HeartRateTable, PatientSeries } from "../../ecg/heart-rate/table.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { DetectorId } from "../detector.ts";
import type { ModelId } from "../model-id.ts";
import { DETECTOR_TRAINERS } from "../trainers.ts";
import type { TrainingControl } from "./train-model.ts";
import type { LabelledRates } from "./training-job.ts";

/** The detectors that learn something; the rule has parameters alone. */
type LearningDetector = Exclude<DetectorId, "rolling-median">;

export const learnsFromRates = (id: ModelId): id is LearningDetector => id !== "rolling-median" && Object.hasOwn(DETECTOR_TRAINERS, id);

/**
 * Trains a detector of heart rates on labelled patients; one of the unusual learns from their normal rows alone. Throws the
 * ProblemError "unfit-training-data" where there are too few of either.
 */
export async function trainOnRates(modelId: LearningDetector, data: LabelledRates, control: TrainingControl): Promise<Map<string, Uint8Array>> {
  const { patients } = data;
  const anomalous = patients.filter(({ label }) => label.includes(1)).length;
  if (modelId === "heart-rate-cnn" && (patients.length < 3 || anomalous === 0)) {
    throw new ProblemError("unfit-training-data", `the network learns from at least three patients, one of them with anomalous rows; there are ${patients.length} and ${anomalous}`, "Choose more checks with labels or verdicts");
  }
  const normal = patients.map(normalRows).filter(({ label }) => label.length > 1);
  if (modelId !== "heart-rate-cnn" && normal.length === 0) {
    throw new ProblemError("unfit-training-data", "it learns what is normal, and no row is labelled so", "Choose checks with normal rows");
  }
  const { train } = await DETECTOR_TRAINERS[modelId]();
  return train({ labelled: tableOf(data, patients), train: tableOf(data, normal), date: new Date().toISOString().slice(0, 10) }, control);
}

/** A patient's normal rows, as heart-rate/train.csv was made. */
function normalRows(patient: PatientSeries): PatientSeries {
  const isNormal = (_: unknown, row: number) => patient.label[row] === 0;
  return {
    ...patient,
    sourceRow: patient.sourceRow.filter(isNormal),
    timeS: patient.timeS.filter(isNormal),
    rateBpm: patient.rateBpm.filter(isNormal),
    label: patient.label.filter(isNormal),
    flags: patient.flags.filter(isNormal),
    given: patient.given && { hrDiff: patient.given.hrDiff.filter(isNormal), peakLabel: patient.given.peakLabel.filter(isNormal) },
    extra: [],
  };
}

function tableOf({ name, sha256 }: LabelledRates, patients: readonly PatientSeries[]): HeartRateTable {
  const rows = patients.reduce((sum, { label }) => sum + label.length, 0);
  return { kind: "heart-rate", files: [{ name, bytes: 0, sha256, rows }], form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows, labelled: true, patients, findings: [] };
}
