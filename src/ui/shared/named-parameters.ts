import { ALL_MODELS } from "../../models/catalog.ts";
import type { ParameterValues } from "../../models/detector.ts";

/** A parameter as a person reads it: ["Trees", "100"]. */
export type NamedParameter = readonly [name: string, value: string];

/** A check's parameters under the names of the form; what this version of the detector no longer has stays under its key. */
export function namedParameters(detectorId: string, values: ParameterValues): NamedParameter[] {
  const known = ALL_MODELS.find(({ id }) => id === detectorId)?.parameters ?? [];
  return Object.entries(values).map(([key, value]) => {
    const parameter = known.find((each) => each.key === key);
    const option = parameter?.kind === "choice" ? parameter.options.find((each) => each.value === value) : undefined;
    return [parameter?.label ?? key, option?.label ?? String(value)];
  });
}

/** "Trees 100, Sample size 256", or "none" */
export function parameterText(detectorId: string, values: ParameterValues): string {
  return namedParameters(detectorId, values).map((parameter) => parameter.join(" ")).join(", ") || "none";
}
