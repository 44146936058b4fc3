import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ProblemError } from "../../src/ecg/problem.ts";
import { SHIPPED_MODELS } from "../../src/models/artifacts/node-artifacts.ts";
import type { BeatModelMeta } from "../../src/models/beat-model.ts";
import { ALL_MODELS, BEAT_MODELS, DETECTORS, RECORDING_MODELS } from "../../src/models/catalog.ts";
import type { DetectorMeta, ParameterValues } from "../../src/models/detector.ts";
import type { RecordingModelMeta } from "../../src/models/recording-model.ts";
import { fromUser } from "./from-user.ts";
import { parseOrExplain } from "./run-main.ts";
import { setValue } from "./set-value.ts";

const USAGE =
  "npm run train -- MODEL --data DIR [--preset NAME] [--set KEY=VALUE …] [--out FOLDER] [--date YYYY-MM-DD] [--checkpoints FOLDER] [--runs FOLDER]; MODEL is heart-rate for all its detectors, or one model";

const CHECKPOINTS = fileURLToPath(new URL("../../.cache/training", import.meta.url));

const RUNS = fileURLToPath(new URL("../../mlruns", import.meta.url));

/** What is trained: all detectors of heart rates or one, or one other model. */
export type ModelsToTrain =
  | { readonly kind: "detectors"; readonly metas: readonly DetectorMeta[] }
  | { readonly kind: "beats"; readonly meta: BeatModelMeta }
  | { readonly kind: "recordings"; readonly meta: RecordingModelMeta };

export interface TrainingArguments {
  readonly models: ModelsToTrain;
  /** the first of `names` that is in the folder of the data, or in its folder `group`; the path where it is looked for if none is */
  readonly find: (group: string, name: string) => string;
  readonly parameters: ParameterValues;
  readonly out: string;
  readonly checkpoints: string;
  /** where each training is kept as a run */
  readonly runs: string;
  readonly date: string;
}

/** What the command line asks for. Throws a ProblemError `usage`, `unknown-model`, `unknown-preset` or `unknown-parameter`. */
export function readTrainingArguments(): TrainingArguments {
  const options = {
    data: { type: "string" },
    preset: { type: "string" },
    set: { type: "string", multiple: true, default: [] as string[] },
    out: { type: "string" },
    checkpoints: { type: "string" },
    runs: { type: "string" },
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
  } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ allowPositionals: true, options }), USAGE);
  const { data, preset, set, out, checkpoints, runs, date } = values;
  if (positionals.length !== 1 || data === undefined) throw new ProblemError("usage", "it is not said what to train, or on what", `Usage: ${USAGE}`);
  const models = modelsNamed(positionals[0]);
  if (models.kind === "detectors" && (preset !== undefined || set.length > 0)) {
    throw new ProblemError("usage", "heart-rate detectors are trained with fixed settings", "Leave out --preset and --set");
  }
  return {
    models,
    find: (group, name) => [fromUser(join(data, group, name)), fromUser(join(data, name))].find(existsSync) ?? fromUser(join(data, group, name)),
    parameters: models.kind === "detectors" ? {} : { ...presetValues(models, preset), ...Object.fromEntries(set.map((each) => setValue(models.meta.training, each, `${models.meta.name}, in training,`))) },
    out: out === undefined ? SHIPPED_MODELS : fromUser(out),
    checkpoints: checkpoints === undefined ? CHECKPOINTS : fromUser(checkpoints),
    runs: runs === undefined ? RUNS : fromUser(runs),
    date,
  };
}

function modelsNamed(name: string): ModelsToTrain {
  const metas = DETECTORS.filter(({ id }) => name === "heart-rate" || id === name);
  if (metas.length > 0) return { kind: "detectors", metas };
  const meta = BEAT_MODELS.find(({ id }) => id === name);
  if (meta !== undefined) return { kind: "beats", meta };
  const recordingModel = RECORDING_MODELS.find(({ id }) => id === name);
  if (recordingModel !== undefined) return { kind: "recordings", meta: recordingModel };
  throw new ProblemError("unknown-model", `there is no model “${name}”`, `Choose heart-rate or one of ${ALL_MODELS.map(({ id }) => id).join(", ")}`);
}

function presetValues(models: Exclude<ModelsToTrain, { kind: "detectors" }>, id: string | undefined): ParameterValues {
  if (id === undefined) return {};
  const { name, presets = [] } = models.meta;
  const preset = presets.find((each) => each.id === id);
  if (preset !== undefined) return preset.values;
  const advice = presets.length === 0 ? "Leave out --preset" : `Choose ${presets.map((each) => each.id).join(" or ")}`;
  throw new ProblemError("unknown-preset", `${name} has no preset “${id}”`, advice);
}
