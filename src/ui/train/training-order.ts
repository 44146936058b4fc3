import { sha256 } from "hash-wasm";
import type { SourceFile } from "../../ecg/table.ts";
import type { RunData, RunStart } from "../../lifecycle/runs/training-run.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { DetectorMeta, ParameterValues } from "../../models/detector.ts";
import { formatCounted } from "../shared/format.ts";
import type { GatheredBeats } from "./beat-data.ts";
import type { GatheredRates, RateCounts } from "./rate-data.ts";
import type { TrainingPlan } from "./training-plan.ts";
import type { TrainingOrder } from "./trainings.ts";

interface BeatOrderParts {
  readonly model: BeatModelMeta;
  readonly parameters: ParameterValues;
  readonly start: RunStart;
  readonly gathered: GatheredBeats;
  readonly plan: TrainingPlan;
}

/** What is handed to a training on beats, with all that its run is to say of the data. */
export async function orderBeatTraining({ model, parameters, start, gathered, plan }: BeatOrderParts): Promise<TrainingOrder> {
  const { beats, files, patient } = gathered;
  const { training, validation } = plan.rowsPerClass;
  const rowsPerClass = Object.fromEntries(Object.keys({ ...training, ...validation }).map((code) => [code, (training[code] ?? 0) + (validation[code] ?? 0)]));
  const about: RunData = {
    ...(await aboutFiles(files)),
    rows: beats.count,
    rowsPerClass,
    split: { by: plan.by, training: plan.split.training.length, validation: plan.split.validation.length },
    seed: Number(parameters["seed"] ?? 0),
  };
  return { modelId: model.id, name: nameOf(model), parameters, start, data: { kind: "beats", beats, patient, split: plan.split, splitSentence: plan.sentence }, about };
}

/** The same of a detector of heart rates, which divides patients by itself. */
export async function orderRateTraining(model: DetectorMeta, { patients, files }: GatheredRates, { normal, anomalous }: RateCounts): Promise<TrainingOrder> {
  const about: RunData = {
    ...(await aboutFiles(files)),
    rows: normal + anomalous,
    rowsPerClass: { normal, anomalous },
    split: { by: "patient", training: normal + anomalous, validation: 0 },
    seed: 1,
  };
  return { modelId: model.id, name: nameOf(model), parameters: {}, start: { kind: "scratch" }, data: { kind: "heart-rate", patients, splitSentence: "Where a part of the data chose something, it was of other patients." }, about };
}

const LONGEST_NAME = 300;

/** Of several files, the hash of their hashes one after another. */
async function aboutFiles(files: readonly SourceFile[]): Promise<Pick<RunData, "name" | "sha256" | "fileSha256">> {
  const hashes = [...new Set(files.map((file) => file.sha256))];
  const names = [...new Set(files.map((file) => file.name))];
  return {
    name: names.length === 1 ? names[0] : `${formatCounted(names.length, "file")}: ${names.join(", ")}`.slice(0, LONGEST_NAME),
    sha256: hashes.length === 1 ? hashes[0] : await sha256(hashes.join("")),
    ...(hashes.length > 1 && { fileSha256: hashes }),
  };
}

const nameOf = ({ name }: { readonly name: string }): string => `${name}, ${new Date().toISOString().slice(0, 16).replace("T", " ")}`;
