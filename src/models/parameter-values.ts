import { ProblemError } from "../ecg/problem.ts";
import type { Parameter, ParameterValues } from "./detector.ts";

/** Whose parameters they are, as errors name it. */
export interface ParameterOwner {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** The number set for `key`, or its default. Throws a ProblemError "bad-parameter" outside the parameter's range. */
export function numberValue(owner: ParameterOwner, values: ParameterValues, key: string): number {
  const parameter = owner.parameters.find((candidate) => candidate.key === key);
  if (parameter?.kind !== "number") throw new RangeError(`${owner.id} has no number ${key}.`);
  const value = values[key] ?? parameter.default;
  if (typeof value !== "number" || !(value >= parameter.min && value <= parameter.max)) {
    throw badParameter(owner, parameter.label, value, `Set a number from ${parameter.min} to ${parameter.max}`);
  }
  return value;
}

/** The option chosen for `key`, or its default. Throws a ProblemError "bad-parameter" for anything that is no option. */
export function choiceValue(owner: ParameterOwner, values: ParameterValues, key: string): string {
  const parameter = owner.parameters.find((candidate) => candidate.key === key);
  if (parameter?.kind !== "choice") throw new RangeError(`${owner.id} has no choice ${key}.`);
  const value = values[key] ?? parameter.default;
  const option = parameter.options.find((candidate) => candidate.value === value);
  if (option === undefined) {
    throw badParameter(owner, parameter.label, value, `Choose one of ${parameter.options.map(({ label }) => label).join(", ")}`);
  }
  return option.value;
}

function badParameter(owner: ParameterOwner, label: string, value: number | string, advice: string): ProblemError {
  return new ProblemError("bad-parameter", `${owner.name} cannot run with ${label} set to ${value}`, advice);
}
