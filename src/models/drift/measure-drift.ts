import { compareWithReference, LEAST_ROWS } from "../../ecg/drift/compare.ts";
import { farthestFeature, limitRatio, type DriftReport } from "../../ecg/drift/drift-report.ts";
import { joinColumns } from "../../ecg/drift/calibrate.ts";
import type { DriftFeature, FeatureColumns } from "../../ecg/drift/reference.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { turns, type JobControl } from "../../ecg/progress.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import type { BeatInput } from "../beat-model.ts";
import { modelName } from "../catalog.ts";
import type { DetectorInput, ReadArtifact } from "../detector.ts";
import type { ModelId } from "../model-id.ts";
import type { LeadBeats } from "../recording-model.ts";
import { BEAT_FEATURES, beatFeatures } from "./beat-features.ts";
import { RATE_FEATURES, rateFeatures } from "./rate-features.ts";
import { RECORDING_FEATURES, recordingFeatures } from "./recording-features.ts";
import { decodeReference, REFERENCE_FILE } from "./reference-file.ts";

/** The version that is to answer, and when it is not to. */
export interface DriftOptions extends JobControl {
  readonly modelId: ModelId;
  /** of a registered version; null for the shipped one */
  readonly files: ArtifactFiles | null;
  /** of that version */
  readonly readArtifact: ReadArtifact;
  /** data less like the training data than this are not answered; null: all are */
  readonly abstainBelow: number | null;
}

/** Rows compared at most. */
const MOST_COMPARED = 20_000;

/** Ships no reference: ten seconds of a patient are one row. */
const WITHOUT_REFERENCE: ReadonlySet<ModelId> = new Set(["twelve-lead"]);

/**
 * How far heart rates are from what the version learnt from; null where it came without a reference, or the rates are scaled:
 * those say nothing of how they lie. Throws the ProblemError "model-abstains" below the limit, as the others here do.
 */
export function rateDrift(patients: readonly DetectorInput[], options: DriftOptions): Promise<DriftReport | null> {
  if (patients.length === 0 || patients.some(({ given }) => given !== null)) return Promise.resolve(null);
  return measured(RATE_FEATURES, () => featuresOf(patients, options), options);
}

/** Of very many rows every so many-th: more say nothing more, and a million would have to be sorted. */
async function featuresOf(patients: readonly DetectorInput[], { signal, onProgress }: JobControl): Promise<FeatureColumns> {
  const turn = turns(signal, (done) => onProgress({ stage: "Comparing with the training data", done, total: patients.length, unit: "patients" }));
  const every = Math.max(1, Math.ceil(patients.reduce((rows, { rateBpm }) => rows + rateBpm.length, 0) / MOST_COMPARED));
  const groups: FeatureColumns[] = [];
  for (const patient of patients) {
    groups.push(rateFeatures(patient, every));
    await turn(groups.length);
  }
  return joinColumns(groups);
}

/** The same for single beats. */
export function beatDrift(beats: BeatInput, options: DriftOptions): Promise<DriftReport | null> {
  return measured(BEAT_FEATURES, () => beatFeatures(beats, options), options);
}

/** The same for the beats of a recording's lead. */
export function recordingDrift(beats: LeadBeats, options: DriftOptions): Promise<DriftReport | null> {
  return measured(RECORDING_FEATURES, () => Promise.resolve(recordingFeatures(beats)), options);
}

async function measured(features: readonly DriftFeature[], columnsOf: () => Promise<FeatureColumns>, { modelId, files, readArtifact, abstainBelow, signal }: DriftOptions): Promise<DriftReport | null> {
  const hasReference = files === null ? !WITHOUT_REFERENCE.has(modelId) : Object.hasOwn(files, REFERENCE_FILE);
  if (!hasReference) return null;
  const columns = await columnsOf();
  if (columns[0].length < LEAST_ROWS) return null;
  const path = `${modelId}/${REFERENCE_FILE}`;
  const reference = decodeReference(await readArtifact(path), features.map(({ name }) => name), path);
  const report = compareWithReference(reference, columns);
  signal.throwIfAborted();
  if (report !== null && abstainBelow !== null && report.likeness < abstainBelow) throw abstains(modelId, report, abstainBelow);
  return report;
}

function abstains(modelId: ModelId, report: DriftReport, abstainBelow: number): ProblemError {
  const { name, psi, psiLimit, effectSize, effectLimit, ...feature } = farthestFeature(report);
  const ratio = limitRatio({ psi, psiLimit, effectSize, effectLimit });
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return new ProblemError(
    "model-abstains",
    `${modelName(modelId)} gives no predictions: the file is ${percent(report.likeness)} like its training data, and this site lets it answer from ${percent(abstainBelow)} on. ` +
      `Farthest off is “${name}”, at ${ratio.toFixed(1)} times its limit over ${feature.n} rows`,
    "Check the file’s unit, sampling rate, gain and polarity, choose a model trained on such data, or change the limit under Monitoring",
  );
}
