import { sha256 } from "hash-wasm";
import type { RunData, RunStart } from "../../lifecycle/runs/training-run.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { ParameterValues } from "../../models/detector.ts";
import { formatCounted } from "../shared/format.ts";
import type { GatheredBeats } from "./training-data.ts";
import type { TrainingPlan } from "./training-plan.ts";
import type { TrainingOrder } from "./trainings.ts";

interface OrderParts {
  readonly model: BeatModelMeta;
  readonly parameters: ParameterValues;
  readonly start: RunStart;
  readonly gathered: GatheredBeats;
  readonly plan: TrainingPlan;
}

/** What is handed to a training, with all that its run is to say of the data. */
export async function orderTraining({ model, parameters, start, gathered, plan }: OrderParts): Promise<TrainingOrder> {
  const { beats, files } = gathered;
  const hashes = [...new Set(files.map((file) => file.sha256))];
  const names = [...new Set(files.map((file) => file.name))];
  const { training, validation } = plan.rowsPerClass;
  const codes = [...new Set([...Object.keys(training), ...Object.keys(validation)])];
  const about: RunData = {
    name: names.length === 1 ? names[0] : `${formatCounted(names.length, "file")}: ${names.join(", ")}`.slice(0, 300),
    sha256: hashes.length === 1 ? hashes[0] : await sha256(hashes.join("")),
    rows: beats.count,
    rowsPerClass: Object.fromEntries(codes.map((code) => [code, (training[code] ?? 0) + (validation[code] ?? 0)])),
    split: { by: plan.by, training: plan.split.training.length, validation: plan.split.validation.length },
    seed: Number(parameters["seed"] ?? 0),
  };
  return {
    modelId: model.id,
    name: `${model.name}, ${new Date().toISOString().slice(0, 16).replace("T", " ")}`,
    parameters,
    start,
    data: { beats, split: plan.split, splitSentence: plan.sentence },
    about,
  };
}
