import { CLASSES } from "../../ecg/beats/classes.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { Progress } from "../../ecg/progress.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { EvaluationContent, EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import type { JudgedRows } from "../../lifecycle/registry/version-figures.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { defaultParameters, type DetectorMeta } from "../../models/detector.ts";
import type { AnalysisService, Cancelled, Failed } from "../../worker/protocol.ts";
import { predictionsOf } from "../beats/beat-view.ts";
import { requestedPatients } from "../check/make-check.ts";
import { isBeatModel, isDetector, type ModelMeta } from "../models/model-kinds.ts";

export type JudgeOutcome = { readonly kind: "judged"; readonly rows: JudgedRows } | Cancelled | Failed;

interface JudgeControl {
  readonly analysis: Pick<AnalysisService, "check" | "checkBeats">;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Models that a frozen set can measure: it holds beats or heart rates, no recordings. */
export type MeasurableModel = DetectorMeta | BeatModelMeta;

export const isMeasurable = (meta: ModelMeta): meta is MeasurableModel => isDetector(meta) || isBeatModel(meta);

/** Whether a model takes what is in the set. */
export function isSuited({ kind, samplesPerBeat }: Pick<EvaluationSet, "kind" | "samplesPerBeat">, meta: ModelMeta): boolean {
  if (isDetector(meta)) return kind === "heart-rate";
  return isBeatModel(meta) && kind === "beats" && samplesPerBeat === meta.samplesPerBeat;
}

/** Runs one version of a model, with its default settings, over a frozen set. `files` are the version's; null for the shipped one. */
export async function judgeVersion(meta: MeasurableModel, files: ArtifactFiles | null, content: EvaluationContent, control: JudgeControl): Promise<JudgeOutcome> {
  if (content.kind === "beats" && isBeatModel(meta)) return judgeBeats(meta, files, content.beats, control);
  if (content.kind === "heart-rate" && isDetector(meta)) return judgeRates(meta, files, content.patients, control);
  throw new RangeError(`${meta.id} does not take ${content.kind}.`);
}

async function judgeBeats(meta: BeatModelMeta, files: ArtifactFiles | null, beats: Beats, { analysis, onProgress, signal }: JudgeControl): Promise<JudgeOutcome> {
  const outcome = await analysis.checkBeats({ modelId: meta.id, parameters: defaultParameters(meta), beats, files, abstainBelow: null }, onProgress, signal);
  if (outcome.kind !== "checked") return outcome;
  const { outputs, threshold } = outcome.result;
  const { comparison } = predictionsOf({ beats, outputs, scheme: beats.scheme, modelScheme: meta.scheme }, threshold);
  return { kind: "judged", rows: { ...comparison, patientEnds: null } };
}

async function judgeRates(meta: DetectorMeta, files: ArtifactFiles | null, patients: readonly PatientSeries[], { analysis, onProgress, signal }: JudgeControl): Promise<JudgeOutcome> {
  const request = { detectorId: meta.id, parameters: defaultParameters(meta), patients: requestedPatients(patients), files, abstainBelow: null };
  const outcome = await analysis.check(request, onProgress, signal);
  if (outcome.kind !== "checked") return outcome;
  return { kind: "judged", rows: judgedRates(patients, outcome.result.scores, outcome.result.threshold) };
}

/** All patients' rows one after another; what has no score, as a patient's first row, counts as unlabelled. */
export function judgedRates(patients: readonly Pick<PatientSeries, "label">[], scores: readonly Float32Array[], threshold: number): JudgedRows {
  const rows = patients.reduce((sum, { label }) => sum + label.length, 0);
  const truth = new Uint8Array(rows);
  const predicted = new Uint8Array(rows);
  const patientEnds = new Uint32Array(patients.length);
  let at = 0;
  patients.forEach(({ label }, p) => {
    for (let row = 0; row < label.length; row++, at++) {
      const score = scores[p][row];
      truth[at] = Number.isNaN(score) ? UNLABELLED : label[row];
      predicted[at] = score >= threshold ? 1 : 0;
    }
    patientEnds[p] = at;
  });
  return { classes: CLASSES.binary, truth, predicted, patientEnds };
}
