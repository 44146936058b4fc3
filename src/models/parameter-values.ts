import { ProblemError } from "../ecg/problem.ts";
import type { DetectorMeta, ParameterValues } from "./detector.ts";

/** The number set for `key`, or its default. Throws a ProblemError "bad-parameter" outside the parameter's range. */
export function numberValue(meta: DetectorMeta, values: ParameterValues, key: string): number {
  const parameter = meta.parameters.find((candidate) => candidate.key === key);
  if (parameter?.kind !== "number") throw new RangeError(`${meta.id} has no number ${key}.`);
  const value = values[key] ?? parameter.default;
  if (typeof value !== "number" || !(value >= parameter.min && value <= parameter.max)) {
    throw badParameter(meta, parameter.label, value, `Set a number from ${parameter.min} to ${parameter.max}`);
  }
  return value;
}

/** The option chosen for `key`, or its default. Throws a ProblemError "bad-parameter" for anything that is no option. */
export function choiceValue(meta: DetectorMeta, values: ParameterValues, key: string): string {
  const parameter = meta.parameters.find((candidate) => candidate.key === key);
  if (parameter?.kind !== "choice") throw new RangeError(`${meta.id} has no choice ${key}.`);
  const value = values[key] ?? parameter.default;
  const option = parameter.options.find((candidate) => candidate.value === value);
  if (option === undefined) {
    throw badParameter(meta, parameter.label, value, `Choose one of ${parameter.options.map(({ label }) => label).join(", ")}`);
  }
  return option.value;
}

function badParameter(meta: DetectorMeta, label: string, value: number | string, advice: string): ProblemError {
  return new ProblemError("bad-parameter", `${meta.name} cannot run with ${label} set to ${value}`, advice);
}
