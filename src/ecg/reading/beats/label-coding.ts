import type { LabelScheme } from "../../beats/classes.ts";

/**
 * With which numbers a file writes the classes of its beats. `aami`: the widely used heartbeat CSV. `ecg5000`: UCR's
 * files. `one-normal`: 1 normal, 0 not, as the TensorFlow tutorial. `one-anomalous`: 0 normal, 1 not, as the PTB files
 * published with the heartbeat CSV.
 */
export type LabelCoding = "aami" | "ecg5000" | "one-normal" | "one-anomalous";

interface Coding {
  readonly scheme: LabelScheme;
  /** the number of each class of the scheme */
  readonly numbers: readonly number[];
}

const CODINGS: Readonly<Record<LabelCoding, Coding>> = {
  aami: { scheme: "aami", numbers: [0, 1, 2, 3, 4] },
  ecg5000: { scheme: "ecg5000", numbers: [1, 2, 3, 4, 5] },
  "one-normal": { scheme: "binary", numbers: [1, 0] },
  "one-anomalous": { scheme: "binary", numbers: [0, 1] },
};

/** Which classes the numbers stand for. */
export const schemeOf = (coding: LabelCoding): LabelScheme => CODINGS[coding].scheme;

/** The number that stands for class `index` of the coding's scheme. */
export const numberOfClass = (index: number, coding: LabelCoding): number => CODINGS[coding].numbers[index];

/** The class that a number stands for, as an index into CLASSES[schemeOf(coding)]; -1 for any other number. */
export const classIndexOf = (number: number, coding: LabelCoding): number => CODINGS[coding].numbers.indexOf(number);
