import type { DetectorMeta, Parameter, ParameterValues } from "../../../models/detector.ts";
import { formatFixed } from "../../shared/format.ts";

/** "Trees 100", "Features Published app": the parameters as the detector's control names them; one it no longer knows keeps its key. */
export function parameterTexts({ parameters }: Pick<DetectorMeta, "parameters">, values: ParameterValues): string[] {
  return Object.entries(values).map(([key, value]) => {
    const parameter = parameters.find((candidate) => candidate.key === key);
    return parameter === undefined ? `${key} ${value}` : `${parameter.label} ${valueText(parameter, value)}`;
  });
}

/** What is predicted, and whether the threshold is the one the detector came with. */
export function thresholdRule({ label, digits }: Pick<DetectorMeta["score"], "label" | "digits">, { threshold, shipped }: { readonly threshold: number; readonly shipped: number }): string {
  const rule = `${label} of ${formatFixed(threshold, digits)} or more is predicted anomalous`;
  return threshold === shipped ? `${rule}, as the detector came.` : `${rule}; the detector came with ${formatFixed(shipped, digits)}.`;
}

/** A value as the parameter's control shows it. */
export function valueText(parameter: Parameter, value: number | string): string {
  if (parameter.kind === "number") return String(value);
  return parameter.options.find((option) => option.value === value)?.label ?? String(value);
}
