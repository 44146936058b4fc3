import type { RunState, TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { ALL_MODELS, modelName } from "../../models/catalog.ts";
import { formatCounted, NO_VALUE } from "../shared/format.ts";

/** A run's state as a shape and a word. */
export const STATE_WORDS: Readonly<Record<RunState["kind"], { readonly mark: string; readonly word: string }>> = {
  running: { mark: "▶", word: "Running" },
  paused: { mark: "❚❚", word: "Paused" },
  finished: { mark: "✓", word: "Finished" },
  stopped: { mark: "■", word: "Stopped" },
  failed: { mark: "!", word: "Failed" },
};

/** A measured value with four significant digits: 0.21341 → "0.2134", 0.0000012 → "1.200e-6"; not a number → "–". */
export function valueText(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return NO_VALUE;
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return String(value);
  const size = Math.abs(value);
  return size >= 1e-4 && size < 1e7 ? String(Number(value.toPrecision(4))) : value.toExponential(3);
}

/** Of training; MLflow's own runs and detectors have none that are known here. */
function trainingParameters(modelId: string) {
  const meta = ALL_MODELS.find(({ id }) => id === modelId);
  return meta !== undefined && "training" in meta ? meta.training : [];
}

export interface ParameterRow {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** null where no default is known */
  readonly isDefault: boolean | null;
}

/** A run's parameters under the names of the form, as a person reads them. */
export function parameterRows({ modelId, parameters }: Pick<TrainingRun, "modelId" | "parameters">): ParameterRow[] {
  const known = trainingParameters(modelId);
  return Object.entries(parameters).map(([key, value]) => {
    const parameter = known.find((each) => each.key === key);
    const option = parameter?.kind === "choice" ? parameter.options.find((each) => each.value === value) : undefined;
    return { key, label: parameter?.label ?? key, text: option?.label ?? (typeof value === "number" ? valueText(value) : value), isDefault: parameter === undefined ? null : parameter.default === value };
  });
}

/** "From the weights of version 2", "From scratch" */
export const startText = ({ start }: Pick<TrainingRun, "start">): string => (start.kind === "scratch" ? "From scratch" : `From the weights of version ${start.version}`);

/** How the rows were divided, as one clause; null where it is not recorded. */
export function splitText({ split }: TrainingRun["data"]): string | null {
  if (split.training + split.validation === 0) return null;
  const by = split.by === "patient" ? ", no patient on both sides" : "";
  return split.validation === 0 ? `${formatCounted(split.training, "row")} to learn from` : `${formatCounted(split.training, "row")} to learn from, ${formatCounted(split.validation, "row")} to validate on${by}`;
}

/** What a run is called among others: its name, and its model where they differ. */
export function runTitle(run: TrainingRun, among: readonly TrainingRun[]): string {
  return among.every(({ modelId }) => modelId === run.modelId) ? run.name : `${run.name}, ${modelName(run.modelId)}`;
}

/** Epochs or rounds that a run has at most; null where none are set. */
export function mostEpochs({ parameters }: TrainingRun): number | null {
  const most = ["epochs", "rounds"].map((key) => parameters[key]).find((value) => typeof value === "number" && value > 0);
  return typeof most === "number" ? most : null;
}
