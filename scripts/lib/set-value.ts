import { ProblemError } from "../../src/ecg/problem.ts";
import type { Parameter } from "../../src/models/detector.ts";

/** "epochs=30" as one of the parameters and its value; whether the value will do is for the model to say. Throws a ProblemError `unknown-parameter`. */
export function setValue(parameters: readonly Parameter[], text: string, owner: string): [string, number | string] {
  const [key, value = ""] = text.split("=", 2);
  const parameter = parameters.find((each) => each.key === key);
  if (parameter === undefined) {
    const advice = parameters.length === 0 ? "Leave out --set" : `Set one of ${parameters.map((each) => each.key).join(", ")} as KEY=VALUE`;
    throw new ProblemError("unknown-parameter", `${owner} has no parameter “${key}”`, advice);
  }
  return [key, parameter.kind === "number" && value !== "" ? Number(value) : value];
}
