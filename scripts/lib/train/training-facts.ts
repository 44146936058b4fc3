import { CLASSES, NORMAL } from "../../../src/ecg/beats/classes.ts";
import { splitBeats } from "../../../src/ecg/beats/split-beats.ts";
import type { Beats } from "../../../src/ecg/beats/table.ts";
import type { HeartRateTable } from "../../../src/ecg/heart-rate/table.ts";
import { annotatedBeats } from "../../../src/ecg/recording/annotated-beats.ts";
import type { Recording } from "../../../src/ecg/recording/recording.ts";
import type { RunData, RunSplit } from "../../../src/lifecycle/runs/training-run.ts";
import { sha256 } from "../../../src/models/artifacts/sha256.ts";
import type { BeatModelMeta } from "../../../src/models/beat-model.ts";
import type { DetectorId, ParameterValues } from "../../../src/models/detector.ts";
import { numberValue } from "../../../src/models/parameter-values.ts";
import { splitEcg5000 } from "../../../src/models/training/ecg5000-split.ts";
import type { BeatTrainingData } from "../../../src/models/training/train-beat-model.ts";
import type { HeartRateTrainingData } from "../../../src/models/training/train-model.ts";
import type { TwelveLeadTrainingData } from "../../../src/models/twelve-lead/training-data.ts";

/** What a model of single beats learns from, and how the training divides it by its parameters. */
export async function beatFacts(meta: BeatModelMeta, { train, rest }: BeatTrainingData, parameters: ParameterValues): Promise<RunData> {
  const owner = { id: meta.id, name: meta.name, parameters: meta.training };
  const learnsFromRest = meta.task === "autoencoder" && parameters.trainOn !== "train";
  const tables = learnsFromRest && rest !== null ? [train, rest] : [train];
  const seed = numberValue(owner, parameters, "seed");
  const label = joined(tables.map(({ beats }) => beats.label));
  return {
    ...(await namedFiles(tables.flatMap(({ files }) => files))),
    rows: label.length,
    rowsPerClass: perClass(label, train.beats.scheme),
    split: { by: "row", ...(meta.task === "classifier" ? sizes(splitBeats({ label }, numberValue(owner, parameters, "validationShare"), seed)) : normalSizes(label, learnsFromRest)) },
    seed,
  };
}

/** A detector that learns without labels has the labelled patients to choose by; one that learns from them is cross-validated, or validated on none. */
export async function heartRateFacts(id: DetectorId, { labelled, train }: HeartRateTrainingData, seed: number): Promise<RunData> {
  const split: Readonly<Record<DetectorId, RunSplit>> = {
    "rolling-median": { by: "patient", training: labelled.rows, validation: 0 },
    "isolation-forest": { by: "patient", training: train.rows, validation: labelled.rows },
    "dense-autoencoder": { by: "row", ...lastFifth(train) },
    "heart-rate-cnn": { by: "patient", training: labelled.rows, validation: 0 },
  };
  const tables = { "rolling-median": [labelled], "isolation-forest": [train, labelled], "dense-autoencoder": [train], "heart-rate-cnn": [labelled] }[id];
  const label = joined(tables.flatMap(({ patients }) => patients.map((patient) => patient.label)));
  return { ...(await namedFiles(tables.flatMap(({ files }) => files))), rows: label.length, rowsPerClass: perClass(label, "binary"), split: split[id], seed };
}

/** Cross-validated over the patients; in the end all of them are learnt from. */
export async function recordingFacts(records: ReadonlyMap<string, Recording>, seed: number): Promise<RunData> {
  const label = joined([...records.values()].map(({ annotations }) => (annotations === null ? new Uint8Array() : annotatedBeats(annotations).beatClass)));
  const { sha256: hash } = await namedFiles([...records.values()].flatMap(({ files }) => files));
  return { name: `mitdb, ${records.size} records`, sha256: hash, rows: label.length, rowsPerClass: perClass(label, "aami"), split: { by: "patient", training: label.length, validation: 0 }, seed };
}

/** As known before the records are read one by one. */
export function twelveLeadFacts({ name, sha256: hash, count }: TwelveLeadTrainingData, seed: number): RunData {
  return { name, sha256: hash, rows: count, rowsPerClass: {}, split: { by: "patient", training: count, validation: 0 }, seed };
}

async function namedFiles(files: readonly { readonly name: string; readonly sha256: string }[]): Promise<Pick<RunData, "name" | "sha256">> {
  const hash = files.length === 1 ? files[0].sha256 : await sha256(new TextEncoder().encode(files.map((file) => file.sha256).join("")));
  return { name: files.map(({ name }) => name).join(" + "), sha256: hash };
}

function perClass(label: Uint8Array, scheme: Beats["scheme"]): Record<string, number> {
  const codes = scheme === null ? [] : CLASSES[scheme].map(({ code }) => code);
  const counts = codes.map((code, k): [string, number] => [code, label.reduce((sum, own) => sum + (own === k ? 1 : 0), 0)]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function normalSizes(label: Uint8Array, isTutorial: boolean): Omit<RunSplit, "by"> {
  return isTutorial ? sizes(splitEcg5000(label)) : { training: label.filter((own) => own === NORMAL).length, validation: 0 };
}

const sizes = ({ training, validation }: { readonly training: ArrayLike<number>; readonly validation: ArrayLike<number> }) => ({ training: training.length, validation: validation.length });

/** Of each patient, the end of the recording. */
function lastFifth({ patients }: HeartRateTable): Omit<RunSplit, "by"> {
  const training = patients.reduce((sum, { label }) => sum + Math.round(label.length * 0.8), 0);
  return { training, validation: patients.reduce((sum, { label }) => sum + label.length, 0) - training };
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
