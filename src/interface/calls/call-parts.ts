import type { Repository } from "../../db/repository.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { BEAT_MODELS, DETECTORS, ALL_MODELS } from "../../models/catalog.ts";
import type { ParameterValues } from "../../models/detector.ts";
import { readParameters } from "../../ui/check/detector-choice.ts";
import type { ModelMeta } from "../../ui/models/model-kinds.ts";
import type { AnalysisService, Cancelled, Failed } from "../../worker/protocol.ts";
import { CallError, refused } from "../call-error.ts";
import type { AnswerFacts } from "../types.ts";

/** What the calls are answered with. */
export interface CallParts {
  readonly analysis: AnalysisService;
  readonly repository: Repository;
  readonly appVersion: string;
}

export const quietly = { onProgress: () => undefined, signal: new AbortController().signal };

/** A model by its id. Throws the CallError `unknown-model`. */
export function modelOf<Meta extends ModelMeta>(models: readonly Meta[], id: string): Meta {
  const model = models.find((meta) => meta.id === id);
  if (model === undefined) throw refused("unknown-model", `There is no model “${id}” for this`, `Choose one of ${models.map((meta) => meta.id).join(", ")}`);
  return model;
}

export const anyModel = (id: string): ModelMeta => modelOf(ALL_MODELS, id);
export const beatModel = (id: string) => modelOf(BEAT_MODELS, id);
export const detector = (id: string) => modelOf(DETECTORS, id);

/** The model's parameters with the ones given in place of the defaults. Throws the CallError `bad-parameter`. */
export function parametersOf(meta: ModelMeta, given: ParameterValues): ParameterValues {
  const unknown = Object.keys(given).find((key) => !meta.parameters.some((parameter) => parameter.key === key));
  if (unknown !== undefined) throw refused("bad-parameter", `${meta.name} has no parameter “${unknown}”`, `It has ${meta.parameters.map(({ key }) => key).join(", ") || "none"}`);
  for (const parameter of meta.parameters) {
    if (parameter.kind === "number" || !Object.hasOwn(given, parameter.key)) continue;
    const value = given[parameter.key];
    if (parameter.options.some((option) => option.value === value)) continue;
    throw refused("bad-parameter", `${parameter.label} cannot be “${value}”`, `Choose one of ${parameter.options.map((option) => option.value).join(", ")}`);
  }
  const drafts = { [meta.id]: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])) };
  const reading = readParameters({ mode: "one", chosen: [meta.id], drafts }, meta);
  if (reading.kind === "valid") return reading.values;
  throw new CallError({ code: "bad-parameter", sentence: Object.values(reading.errors).join(" "), place: {} });
}

/** The outcome of a job of the worker that was done; throws the problem of one that was not. */
export function done<Outcome extends { readonly kind: string }>(outcome: Outcome | Cancelled | Failed): Exclude<Outcome, Cancelled | Failed> {
  if (outcome.kind === "cancelled") throw new ProblemError("cancelled", "The call was cancelled", "Make it again");
  if (outcome.kind === "failed") throw new CallError((outcome as Failed).problem);
  return outcome as Exclude<Outcome, Cancelled | Failed>;
}

/** What every answer says beside itself. */
export function factsOf(model: string, modelVersion: number, run: { readonly modelHash: string; readonly backend: string; readonly warnings: readonly string[] }): AnswerFacts {
  return { model, modelVersion, modelSha256: run.modelHash, backend: run.backend, warnings: run.warnings };
}
