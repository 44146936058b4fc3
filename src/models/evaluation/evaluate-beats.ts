import { CLASSES } from "../../ecg/beats/classes.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { refuseOtherLength } from "../beat-length.ts";
import type { BeatModelMeta } from "../beat-model.ts";
import { loadBeatModel } from "../beat-models.ts";
import type { BeatModelCard } from "../card.ts";
import { defaultParameters, type ReadArtifact } from "../detector.ts";
import { measureBeats, type BeatModelFigures } from "./measure-beats.ts";

export interface BeatEvaluation {
  readonly data: EvaluatedBeats;
  readonly models: readonly EvaluatedModel[];
}

export interface EvaluatedBeats {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly samplesPerBeat: number;
  /** labelled beats of each class of the file, by code */
  readonly classes: Readonly<Record<string, number>>;
  /** what the reader found that bears on the figures, a sentence each */
  readonly notes: readonly string[];
}

export type EvaluatedModel = BeatModelFigures & {
  /** the model has learnt from beats of this very file: its figures say nothing about other beats */
  readonly trainedOnThisFile: boolean;
  readonly warnings: readonly string[];
};

export interface BeatEvaluationOptions extends JobControl {
  /** null for all that take beats of this length */
  readonly modelId: string | null;
  readonly models: readonly BeatModelMeta[];
  readonly readArtifact: ReadArtifact;
}

/**
 * Runs models as shipped, with their default parameters, on a labelled beat table of one file. An autoencoder is measured
 * on normal beats against all others. Throws a ProblemError: "no-labels", "unknown-model", "wrong-beat-length" or, for a
 * classifier of other classes than the file's, "other-classes".
 */
export async function evaluateBeats(table: BeatTable, { models, modelId, ...options }: BeatEvaluationOptions): Promise<BeatEvaluation> {
  const { beats, files: [file], findings } = table;
  const classes = classCounts(table);
  const measured: EvaluatedModel[] = [];
  for (const meta of chosenModels(table, models, modelId)) {
    const { trainedOn } = await readCard(meta, options.readArtifact);
    const trainedOnThisFile = [trainedOn.sha256, ...(trainedOn.furtherSha256 ?? [])].includes(file.sha256);
    const model = await loadBeatModel(meta.id);
    const run = await model.run(beats, { ...options, parameters: defaultParameters(meta) });
    measured.push({ ...measureBeats(meta, beats.label, run), trainedOnThisFile, warnings: run.warnings });
  }
  return {
    data: { file: file.name, sha256: file.sha256, rows: beats.count, samplesPerBeat: beats.samplesPerBeat, classes, notes: findings.map(({ sentence }) => sentence) },
    models: measured,
  };
}

function classCounts({ beats: { scheme, label }, files: [file] }: BeatTable): Record<string, number> {
  if (scheme === null || label.every((own) => own === UNLABELLED)) {
    throw new ProblemError("no-labels", "the beats have no classes to measure against", "Give a file with the class of each beat", { file: file.name });
  }
  const counts = CLASSES[scheme].map(() => 0);
  for (const own of label) if (own !== UNLABELLED) counts[own]++;
  return Object.fromEntries(CLASSES[scheme].map(({ code }, own) => [code, counts[own]]));
}

function chosenModels({ beats, files: [file] }: BeatTable, models: readonly BeatModelMeta[], modelId: string | null): BeatModelMeta[] {
  const chosen = models.filter(({ id, samplesPerBeat }) => (modelId === null ? samplesPerBeat === beats.samplesPerBeat : id === modelId));
  if (chosen.length === 0) {
    const advice = `Choose one of ${models.map(({ id }) => id).join(", ")}`;
    if (modelId !== null) throw new ProblemError("unknown-model", `there is no model “${modelId}” of single beats`, advice);
    throw new ProblemError("wrong-beat-length", `no model takes beats of ${beats.samplesPerBeat} samples`, "Give beats of 187 or 140 samples", { file: file.name });
  }
  for (const meta of chosen) {
    refuseOtherLength(meta, beats);
    if (meta.scheme !== null && meta.scheme !== beats.scheme) throw otherClasses(meta, file.name);
  }
  return chosen;
}

function otherClasses({ name, scheme }: BeatModelMeta, file: string): ProblemError {
  const known = scheme === null ? "" : CLASSES[scheme].map(({ code }) => code).join(", ");
  return new ProblemError("other-classes", `the file names other classes than ${name}, which knows ${known}`, "Measure it on a file with these classes", { file });
}

async function readCard({ id }: BeatModelMeta, readArtifact: ReadArtifact): Promise<BeatModelCard> {
  return JSON.parse(new TextDecoder().decode(await readArtifact(`${id}/card.json`))) as BeatModelCard;
}
