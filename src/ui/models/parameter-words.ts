import type { TrainingPreset } from "../../models/beat-model.ts";
import type { Parameter, ParameterValues } from "../../models/detector.ts";
import { parameterTexts, valueText } from "../result/method/method-words.ts";
import { formatCount } from "../shared/format.ts";

/** What a parameter may be: "10 – 500", or the options by name. */
export function rangeText(parameter: Parameter): string {
  if (parameter.kind === "choice") return parameter.options.map(({ label }) => label).join(" · ");
  return `${numberText(parameter.min)} – ${numberText(parameter.max)}`;
}

export function defaultText(parameter: Parameter): string {
  return parameter.kind === "choice" ? valueText(parameter, parameter.default) : numberText(parameter.default);
}

/** The value that the shipped model was made with; null where it is the default or not known. */
export function shippedText(parameter: Parameter, shipped: ParameterValues | null): string | null {
  const value = shipped?.[parameter.key] ?? parameter.default;
  if (value === parameter.default) return null;
  return typeof value === "number" ? numberText(value) : valueText(parameter, value);
}

/** "Learning rate 0.001, Epochs 100": what a preset sets, the rest being the defaults. */
export function presetText({ values }: TrainingPreset, parameters: readonly Parameter[]): string {
  return parameterTexts({ parameters }, values).join(", ") || "the defaults";
}

/** 4294967295 → "4,294,967,295", 0.000001 → "0.000001" */
const numberText = (value: number): string => (Number.isInteger(value) ? formatCount(value) : String(value));
