import { NORMAL } from "../../ecg/beats/classes.ts";
import type { BeatSplit } from "../../ecg/beats/split-beats.ts";
import type { BeatTable, Beats } from "../../ecg/beats/table.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { BeatInput, BeatModelMeta } from "../beat-model.ts";
import { splitEcg5000 } from "../training/ecg5000-split.ts";
import type { BeatTrainingData } from "../training/train-beat-model.ts";

/** Normal beats to learn from, and others to judge by. */
export interface NormalBeats {
  readonly training: BeatInput;
  readonly validation: BeatInput;
}

/** The normal beats of `table`. Throws a ProblemError "unfit-training-data" where it has none of the model's length. */
export function normalBeats(table: BeatTable, meta: BeatModelMeta): BeatInput {
  const beats = fitBeats(table, meta);
  const rows = Uint32Array.from(beats.label.keys()).filter((row) => beats.label[row] === NORMAL);
  if (rows.length === 0) throw unfit(meta, table);
  return picked(beats, rows);
}

/** The normal beats of the published split of ECG5000, which is over both its files. Throws as `normalBeats` does, also where the second is missing. */
export function tutorialBeats({ train, rest }: BeatTrainingData, meta: BeatModelMeta): NormalBeats {
  if (rest === null) {
    throw new ProblemError("unfit-training-data", `${meta.name} learns from 85 % of the normal beats of both files of ECG5000`, "Put ECG5000_TEST.tsv beside ECG5000_TRAIN.tsv");
  }
  const all = joined(fitBeats(train, meta), fitBeats(rest, meta));
  const { training, validation } = splitEcg5000(all.label);
  if (validation.length === 0) throw unfit(meta, train);
  return { training: picked(all, training), validation: picked(all, validation) };
}

/** The normal beats of either part of a table that was divided beforehand. Throws as `normalBeats` does. */
export function normalBeatsOf(table: BeatTable, { training, validation }: BeatSplit, meta: BeatModelMeta): NormalBeats {
  const beats = fitBeats(table, meta);
  const isNormal = (row: number) => beats.label[row] === NORMAL;
  const parts = { training: training.filter(isNormal), validation: validation.filter(isNormal) };
  if (parts.training.length === 0 || parts.validation.length === 0) throw unfit(meta, table);
  return { training: picked(beats, parts.training), validation: picked(beats, parts.validation) };
}

/** The beats at `rows`, in that order. */
export function picked({ samples, samplesPerBeat }: Pick<BeatInput, "samples" | "samplesPerBeat">, rows: Uint32Array): BeatInput {
  const own = new Float32Array(rows.length * samplesPerBeat);
  rows.forEach((row, beat) => own.set(samples.subarray(row * samplesPerBeat, (row + 1) * samplesPerBeat), beat * samplesPerBeat));
  return { count: rows.length, samplesPerBeat, samples: own };
}

function fitBeats(table: BeatTable, meta: BeatModelMeta): Beats {
  const { beats } = table;
  if (beats.scheme === null || beats.samplesPerBeat !== meta.samplesPerBeat) throw unfit(meta, table);
  return beats;
}

function joined(first: Beats, second: Beats): Pick<Beats, "label" | "samples" | "samplesPerBeat"> {
  const label = new Uint8Array(first.count + second.count);
  label.set(first.label);
  label.set(second.label, first.count);
  const samples = new Float32Array(first.samples.length + second.samples.length);
  samples.set(first.samples);
  samples.set(second.samples, first.samples.length);
  return { label, samples, samplesPerBeat: first.samplesPerBeat };
}

function unfit({ name, samplesPerBeat }: BeatModelMeta, { files }: BeatTable): ProblemError {
  return new ProblemError("unfit-training-data", `${name} learns from beats of ${samplesPerBeat} samples that are labelled normal`, "Train it on ECG5000", { file: files[0].name });
}
