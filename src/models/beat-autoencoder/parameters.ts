import type { NumberParameter } from "../detector.ts";

/** Where the threshold is cut from the errors of normal beats that the network has not learnt from. */
export function errorQuantile(value: number): NumberParameter {
  return {
    kind: "number",
    key: "errorQuantile",
    label: "Error quantile",
    help: "A beat is predicted anomalous when it is redrawn worse than this share of the normal validation beats.",
    min: 0.5,
    max: 1,
    step: 0.001,
    default: value,
  };
}
