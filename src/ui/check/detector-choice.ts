import { defaultParameters, type NumberParameter, type Parameter, type ParameterValues } from "../../models/detector.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { typedNumber } from "../shared/typed-number.ts";

/** Which detectors are to run, and what has been typed for their parameters. */
export interface DetectorChoice {
  /** one at a time, or several side by side */
  readonly mode: "one" | "several";
  /** at least one, in the order of the catalog when read through `chosenDetectors` */
  readonly chosen: readonly string[];
  /** text typed, by detector and parameter; what was not touched is absent */
  readonly drafts: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>>;
}

export type ParametersReading =
  | { readonly kind: "valid"; readonly values: ParameterValues }
  /** one sentence for each parameter that will not do, by key */
  | { readonly kind: "invalid"; readonly errors: Readonly<Record<string, string>> };

export const chooseOnly = (id: string): DetectorChoice => ({ mode: "one", chosen: [id], drafts: {} });

/** Back to one keeps the first that was chosen. */
export function setMode(choice: DetectorChoice, mode: DetectorChoice["mode"]): DetectorChoice {
  return { ...choice, mode, chosen: mode === "one" ? choice.chosen.slice(0, 1) : choice.chosen };
}

/** Picks a detector; among several it is added or left out, but the last one stays. */
export function pickDetector(choice: DetectorChoice, id: string): DetectorChoice {
  if (choice.mode === "one") return { ...choice, chosen: [id] };
  if (!choice.chosen.includes(id)) return { ...choice, chosen: [...choice.chosen, id] };
  return choice.chosen.length === 1 ? choice : { ...choice, chosen: choice.chosen.filter((other) => other !== id) };
}

export function chosenDetectors(choice: DetectorChoice, detectors: readonly ModelMeta[]): readonly ModelMeta[] {
  return detectors.filter(({ id }) => choice.chosen.includes(id));
}

export function typeParameter(choice: DetectorChoice, id: string, entry: { readonly key: string; readonly text: string }): DetectorChoice {
  return { ...choice, drafts: { ...choice.drafts, [id]: { ...choice.drafts[id], [entry.key]: entry.text } } };
}

export function resetParameters(choice: DetectorChoice, id: string): DetectorChoice {
  return { ...choice, drafts: { ...choice.drafts, [id]: {} } };
}

/** What a parameter's field shows. */
export function shownText(choice: DetectorChoice, id: string, parameter: Parameter): string {
  return choice.drafts[id]?.[parameter.key] ?? String(parameter.default);
}

/** The values to run a detector with, or what is wrong with what was typed. */
export function readParameters(choice: DetectorChoice, meta: ModelMeta): ParametersReading {
  const errors: Record<string, string> = {};
  const values: Record<string, number | string> = { ...defaultParameters(meta) };
  for (const parameter of meta.parameters) {
    const text = shownText(choice, meta.id, parameter);
    if (parameter.kind === "choice") {
      values[parameter.key] = text;
    } else {
      const error = whyNot(text, parameter);
      if (error === null) values[parameter.key] = typedNumber(text);
      else errors[parameter.key] = error;
    }
  }
  return Object.keys(errors).length === 0 ? { kind: "valid", values } : { kind: "invalid", errors };
}

export const isWhole = ({ step, min }: NumberParameter): boolean => Number.isInteger(step) && Number.isInteger(min);

function whyNot(text: string, parameter: NumberParameter): string | null {
  const { label, min, max } = parameter;
  const value = typedNumber(text);
  const noun = isWhole(parameter) ? "a whole number" : "a number";
  if (!Number.isFinite(value) || (isWhole(parameter) && !Number.isInteger(value))) return `${label} must be ${noun} from ${min} to ${max}.`;
  return value < min || value > max ? `${label} must lie between ${min} and ${max}.` : null;
}
