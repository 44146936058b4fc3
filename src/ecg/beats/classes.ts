/** A class of heartbeat: `code` is what files and figures call it. */
export interface BeatClass {
  readonly code: string;
  readonly name: string;
}

/**
 * Which classes a file's labels or a model's outputs name. The first class of each scheme is the normal one.
 * `aami`: the five of ANSI/AAMI EC57, 0 … 4 in the widely used heartbeat CSV. `ecg5000`: UCR's, 1 … 5 in its files.
 * `binary`: normal or not.
 */
export type LabelScheme = "aami" | "ecg5000" | "binary";

export const CLASSES: Readonly<Record<LabelScheme, readonly BeatClass[]>> = {
  aami: [
    { code: "N", name: "Normal or bundle branch block" },
    { code: "S", name: "Supraventricular ectopic" },
    { code: "V", name: "Ventricular ectopic" },
    { code: "F", name: "Fusion of ventricular and normal" },
    { code: "Q", name: "Paced or unclassifiable" },
  ],
  ecg5000: [
    { code: "N", name: "Normal" },
    { code: "R-on-T", name: "R-on-T premature ventricular contraction" },
    { code: "PVC", name: "Premature ventricular contraction" },
    { code: "SP", name: "Supraventricular premature or ectopic" },
    { code: "UB", name: "Unclassified" },
  ],
  binary: [
    { code: "N", name: "Normal" },
    { code: "A", name: "Anomalous" },
  ],
};

/** Index of the normal class in every scheme. */
export const NORMAL = 0;

/** Indices into CLASSES.aami. */
export const AAMI = { N: 0, S: 1, V: 2, F: 3, Q: 4 } as const;
