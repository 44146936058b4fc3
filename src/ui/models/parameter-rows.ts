import type { TrainingPreset } from "../../models/beat-model.ts";
import type { Parameter } from "../../models/detector.ts";
import { parameterTexts } from "../result/method/method-words.ts";

/** What a parameter may be: "10 – 500", or the options by name. */
export function rangeText(parameter: Parameter): string {
  return parameter.kind === "choice" ? parameter.options.map(({ label }) => label).join(", ") : `${parameter.min} – ${parameter.max}`;
}

/** "Learning rate 0.001, Epochs 100": what a preset sets, the rest being the defaults. */
export function presetText({ values }: TrainingPreset, parameters: readonly Parameter[]): string {
  return parameterTexts({ parameters }, values).join(", ") || "the defaults";
}
