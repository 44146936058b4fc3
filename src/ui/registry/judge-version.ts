import { CLASSES } from "../../ecg/beats/classes.ts";
import { likeliestClasses } from "../../ecg/metrics/multi-class.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { Progress } from "../../ecg/progress.ts";
import { classesAt, type LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { DiagnosedRecord, EvaluationContent, EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import type { JudgedClasses, JudgedRows } from "../../lifecycle/registry/version-figures.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { defaultParameters, type DetectorMeta } from "../../models/detector.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import type { AnalysisService, Cancelled, Failed } from "../../worker/protocol.ts";
import { predictionsOf } from "../beats/beat-view.ts";
import { requestedPatients } from "../check/make-check.ts";
import { isBeatModel, isDetector, type ModelMeta } from "../models/model-kinds.ts";

export type JudgeOutcome = { readonly kind: "judged"; readonly rows: JudgedRows } | Cancelled | Failed;

interface JudgeControl {
  readonly analysis: Pick<AnalysisService, "check" | "checkBeats" | "checkRecording" | "diagnose">;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Whether a model takes what is in the set. */
export function isSuited({ kind, samplesPerBeat }: Pick<EvaluationSet, "kind" | "samplesPerBeat">, meta: ModelMeta): boolean {
  if (isDetector(meta)) return kind === "heart-rate";
  if (isBeatModel(meta)) return kind === "beats" && samplesPerBeat === meta.samplesPerBeat;
  return kind === (meta.id === "arrhythmia" ? "recordings" : "twelve-lead");
}

/** Runs one version of a model, with its default settings, over a frozen set. `files` are the version's; null for the shipped one. */
export async function judgeVersion(meta: ModelMeta, files: ArtifactFiles | null, content: EvaluationContent, control: JudgeControl): Promise<JudgeOutcome> {
  if (content.kind === "beats" && isBeatModel(meta)) return judgeBeats(meta, files, content.beats, control);
  if (content.kind === "heart-rate" && isDetector(meta)) return judgeRates(meta, files, content.patients, control);
  if (content.kind === "recordings" && meta.id === "arrhythmia") return judgeRecordings(files, content.recordings, control);
  if (content.kind === "twelve-lead" && meta.id === "twelve-lead") return judgeDiagnoses(files, content.records, control);
  throw new RangeError(`${meta.id} does not take ${content.kind}.`);
}

async function judgeBeats(meta: BeatModelMeta, files: ArtifactFiles | null, beats: Beats, { analysis, onProgress, signal }: JudgeControl): Promise<JudgeOutcome> {
  const outcome = await analysis.checkBeats({ modelId: meta.id, parameters: defaultParameters(meta), beats, files, abstainBelow: null }, onProgress, signal);
  if (outcome.kind !== "checked") return outcome;
  const { outputs, threshold } = outcome.result;
  const { comparison } = predictionsOf({ beats, outputs, scheme: beats.scheme, modelScheme: meta.scheme }, threshold);
  return { kind: "judged", rows: { ...comparison, kind: "one-class", patientEnds: null } };
}

async function judgeRates(meta: DetectorMeta, files: ArtifactFiles | null, patients: readonly PatientSeries[], { analysis, onProgress, signal }: JudgeControl): Promise<JudgeOutcome> {
  const request = { detectorId: meta.id, parameters: defaultParameters(meta), patients: requestedPatients(patients), files, abstainBelow: null };
  const outcome = await analysis.check(request, onProgress, signal);
  if (outcome.kind !== "checked") return outcome;
  return { kind: "judged", rows: judgedRates(patients, outcome.result.scores, outcome.result.threshold) };
}

/** All patients' rows one after another; what has no score, as a patient's first row, counts as unlabelled. */
export function judgedRates(patients: readonly Pick<PatientSeries, "label">[], scores: readonly Float32Array[], threshold: number): JudgedClasses {
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
  return { kind: "one-class", classes: CLASSES.binary, truth, predicted, patientEnds };
}

/** Beats at the R peaks that are found, which both versions share; a labelled beat that is not found has no part. */
async function judgeRecordings(files: ArtifactFiles | null, recordings: readonly LabelledLead[], { analysis, onProgress, signal }: JudgeControl): Promise<JudgeOutcome> {
  const truth: Uint8Array[] = [];
  const predicted: Uint8Array[] = [];
  for (const [i, { name, lead, samplingRateHz, ...labels }] of recordings.entries()) {
    const report = (progress: Progress) => onProgress({ ...progress, stage: `${name}, ${i + 1} of ${recordings.length}: ${progress.stage}` });
    const outcome = await analysis.checkRecording({ parameters: {}, lead, samplingRateHz, files, abstainBelow: null }, report, signal);
    if (outcome.kind !== "checked") return outcome;
    const { beats, probabilities } = outcome.result;
    truth.push(classesAt(labels, beats.peakSample, samplingRateHz));
    predicted.push(likeliestClasses(probabilities, CLASSES.aami.length));
  }
  let end = 0;
  return { kind: "judged", rows: { kind: "one-class", classes: CLASSES.aami, truth: joined(truth), predicted: joined(predicted), patientEnds: Uint32Array.from(truth, ({ length }) => (end += length)) } };
}

/** The superclasses of each record at the version's thresholds. */
async function judgeDiagnoses(files: ArtifactFiles | null, records: readonly DiagnosedRecord[], { analysis, onProgress, signal }: JudgeControl): Promise<JudgeOutcome> {
  const truth = new Uint8Array(records.length * SUPERCLASSES.length);
  const predicted = new Uint8Array(truth.length);
  for (const [record, { leads, samplingRateHz, patient, superclasses }] of records.entries()) {
    onProgress({ stage: "Diagnosing records", done: record, total: records.length, unit: "steps" });
    const outcome = await analysis.diagnose({ files, parameters: {}, input: { leads, samplingRateHz, patient } }, () => undefined, signal);
    if (outcome.kind !== "diagnosed") return outcome;
    const { probabilities, thresholds } = outcome.diagnosis;
    SUPERCLASSES.forEach(({ code }, k) => {
      truth[record * SUPERCLASSES.length + k] = Number(superclasses.includes(code));
      predicted[record * SUPERCLASSES.length + k] = Number(probabilities[k] >= thresholds[k]);
    });
  }
  return { kind: "judged", rows: { kind: "several-classes", classes: SUPERCLASSES, truth, predicted } };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
