import { sha256 } from "hash-wasm";
import type { TrainingContent } from "../../db/lifecycle/records.ts";
import type { LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { SourceFile } from "../../ecg/table.ts";
import type { RunData, RunStart } from "../../lifecycle/runs/training-run.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { DetectorMeta, ParameterValues } from "../../models/detector.ts";
import type { RecordingModelMeta } from "../../models/recording-model.ts";
import { labelledLeadOf } from "../labelled-recordings/recording-source.ts";
import { formatCounted } from "../shared/format.ts";
import type { GatheredBeats } from "./beat-data.ts";
import type { GatheredRates, RateCounts } from "./rate-data.ts";
import type { GatheredRecordings } from "./recording-data.ts";
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
  return { modelId: model.id, name: nameOf(model), parameters, start, data: () => Promise.resolve({ kind: "beats", beats, patient, split: plan.split, splitSentence: plan.sentence }), about };
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
  return { modelId: model.id, name: nameOf(model), parameters: {}, start: { kind: "scratch" }, data: () => Promise.resolve({ kind: "heart-rate", patients, splitSentence: "Where a part of the data chose something, it was of other patients." }), about };
}

interface RecordingOrderParts {
  readonly model: RecordingModelMeta;
  readonly parameters: ParameterValues;
  readonly start: RunStart;
  readonly gathered: GatheredRecordings;
}

/** The same of the networks for raw ECGs, which divide recordings by themselves; samples are read when the run begins. */
export async function orderRecordingTraining({ model, parameters, start, gathered: { recordings, files, rowsPerClass } }: RecordingOrderParts): Promise<TrainingOrder> {
  const rows = Object.values(rowsPerClass).reduce((sum, count) => sum + count, 0);
  const about: RunData = {
    ...(await aboutFiles(files)),
    rows,
    rowsPerClass,
    split: { by: "patient", training: rows, validation: 0 },
    seed: Number(parameters["seed"] ?? 0),
  };
  const splitSentence = "Each recording is taken for a patient; each network was trained without a fifth of them and scored those, by which the classes are weighed against each other.";
  const data = async (): Promise<TrainingContent> => {
    const leads: LabelledLead[] = [];
    for (const { source, peaks } of recordings) leads.push(await labelledLeadOf(source, peaks));
    return { kind: "recordings", recordings: leads, splitSentence };
  };
  return { modelId: model.id, name: nameOf(model), parameters, start, data, about };
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
