import { ProblemError } from "../../ecg/problem.ts";
import type { ImportFacts, SUPERCLASSES } from "../recording-model.ts";
import type { Imputation } from "./inputs.ts";

/** In the model's folder below public/models, beside model.json, weights.bin, trees.bin and card.json. */
export const CLASSIFIER_FILE = "classifier.json";
export const TREES_FILE = "trees.bin";

/** How the parts of the classifier make one answer: the file classifier.json. */
export interface ClassifierFile {
  readonly format: typeof CLASSIFIER_FORMAT;
  /** codes of SUPERCLASSES, in the order of everything below that has one entry a class */
  readonly classes: readonly (typeof SUPERCLASSES)[number]["code"][];
  /** the probability from which on a class is reported */
  readonly thresholds: readonly number[];
  /** what stands in for metadata that are not given, in the units of inputs.ts */
  readonly imputation: Imputation;
  /** what the network's probability counts, 0 to 1; the trees' counts the rest */
  readonly networkShare: number;
  /** trees.bin, see trees-file.ts: as many trees of each class, class by class; null where there are none */
  readonly trees: { readonly perClass: number; readonly features: readonly string[] } | null;
  /** of a network of the user's: how it came here */
  readonly imported?: ImportFacts;
}

export const CLASSIFIER_FORMAT = "isoline twelve-lead classifier 1";

export function encodeClassifierFile(file: ClassifierFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(file, null, 1)}\n`);
}

/** Throws ProblemError `broken-model` where the bytes are no such file. */
export function decodeClassifierFile(bytes: ArrayBuffer, file: string): ClassifierFile {
  try {
    const parsed = JSON.parse(new TextDecoder().decode(bytes)) as Omit<ClassifierFile, "format"> & { readonly format: unknown };
    if (parsed.format !== CLASSIFIER_FORMAT) throw new RangeError(`The format is ${String(parsed.format)}, not ${CLASSIFIER_FORMAT}.`);
    return { ...parsed, format: CLASSIFIER_FORMAT };
  } catch (cause) {
    throw new ProblemError("broken-model", "the model's parts cannot be put together", "Reload the app while online, so that its model files are fetched again", { file }, { cause });
  }
}
