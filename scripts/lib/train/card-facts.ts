import type { RunMetrics } from "../../../src/lifecycle/runs/training-run.ts";
import type { ParameterValues } from "../../../src/models/detector.ts";

export interface CardFacts {
  readonly parameters: ParameterValues;
  /** how the rows were divided and the settings found */
  readonly split: string;
  /** rows learnt from */
  readonly rows: number;
  /** thresholds, and figures of the training's own validation */
  readonly metrics: RunMetrics;
}

/** What a training wrote on the model's card. */
export function cardFacts(files: ReadonlyMap<string, Uint8Array>): CardFacts {
  const bytes = files.get("card.json");
  if (bytes === undefined) throw new Error("The training gave no card.json.");
  const { parameters, split, trainedOn, threshold, thresholds, validation } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly parameters: ParameterValues;
    readonly split: string;
    readonly trainedOn: { readonly rows: number };
    readonly threshold?: number | null;
    readonly thresholds?: unknown;
    readonly validation?: unknown;
  };
  return { parameters, split, rows: trainedOn.rows, metrics: Object.fromEntries(numbersIn({ threshold, thresholds, validation }, "")) };
}

/** The numbers in an object and the objects in it, by their paths: “validation/macroAuc”. */
function numbersIn(value: unknown, path: string): [string, number][] {
  if (typeof value === "number") return Number.isFinite(value) ? [[path, value]] : [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, path === "" ? key : `${path}/${key}`));
}
